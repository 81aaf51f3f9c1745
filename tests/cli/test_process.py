"""The real process: its exit codes, its pipes, and what it imports."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.filling import fill
from tests.cli.harness import isolated

Process = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An isolated home, and a store in it."""
    fill(tmp_path / "data" / "commitrack" / "record.db", *(f"We will act {n}" for n in range(50)))
    return {"PATH": os.environ["PATH"], **isolated(tmp_path)}


@pytest.fixture
def process(environment: dict[str, str]) -> Process:
    """Runs ``python -m commitrack`` as a process of its own."""

    def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        settings: dict[str, object] = {"capture_output": True, "text": True, **options}
        return subprocess.run(  # type: ignore[call-overload,no-any-return]
            [sys.executable, "-m", "commitrack", *arguments],
            env=environment,
            timeout=60,
            **settings,
        )

    return start


_FULL = "standard output cannot be written: No space left on device"
_STORED = "; what was changed is stored"
_SEE = "commitrack history shows it"


def _shell(environment: dict[str, str], line: str) -> subprocess.CompletedProcess[str]:
    command = line.replace("commitrack", f"{sys.executable} -m commitrack")
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_version_is_printed(process: Process) -> None:
    done = process("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("commitrack ")


def test_without_a_terminal_the_bare_command_prints_help_and_fails(process: Process) -> None:
    done = process()
    assert done.returncode == 2
    assert "Usage: commitrack" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("list", "is:open"), 0), (("list", "is:opne"), 2), (("show", "C-99"), 3), (("redo",), 4)],
)
def test_the_exit_code_reaches_the_shell(
    process: Process, arguments: tuple[str, ...], code: int
) -> None:
    done = process(*arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.fault
def test_a_reader_that_leaves_early_is_no_error(environment: dict[str, str]) -> None:
    done = _shell(environment, "commitrack list --json | head -c 10")
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.fault
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("arguments", ["list", "list --json", "--version", "history", "--help"])
def test_a_full_disk_under_the_output_is_one_line(
    environment: dict[str, str], arguments: str
) -> None:
    done = _shell(environment, f"commitrack {arguments} > /dev/full")
    assert (done.returncode, done.stderr) == (6, f"commitrack: {_FULL}\n")


@pytest.mark.fault
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("set C-1 lead=bob --json", f"{_STORED} (transaction 2; {_SEE})"),
        ("accept C-1 C-2 --json", f"{_STORED} (transaction 2; {_SEE})"),
        ("undo --json", f"{_STORED} (transaction 2; {_SEE})"),
        ("add one.txt two.txt --jobs 1", f"{_STORED} (transaction"),
        ("purge statement S-1 --why wrong --yes --json", f"{_STORED} (transaction 2; {_SEE})"),
        ("--store other.db set C-1 lead=bob --json", "commitrack --store {home}/other.db history"),
        ("--store fresh.db import record.jsonl --json", "everything of record.jsonl is taken over"),
        ("backup --json", "; the backup is made: {home}/data/commitrack/record.db.backups/record."),
        (
            "restore copy.db --json",
            "; the backup is restored, and what was there is kept as",
        ),
        ("publish site --json", "; the pages are written: site"),
        ("config set theme dark --json", "; theme = dark is in {home}/config/commitrack"),
        ("set C-1 lead=bob --dry-run --json", None),
        ("report weekly", None),
    ],
)
def test_what_was_done_is_told_when_the_answer_cannot_be_printed(
    environment: dict[str, str], tmp_path: Path, arguments: str, told: str | None
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"We will mend pier {name} by May 2027.", "utf-8")
    shutil.copy(tmp_path / "data" / "commitrack" / "record.db", tmp_path / "other.db")
    before = "commitrack backup copy.db && commitrack export -o record.jsonl"
    done = _shell(environment, f"cd {tmp_path} && {before} 2>&- >&-")
    assert done.returncode == 0
    done = _shell(environment, f"cd {tmp_path} && commitrack {arguments} > /dev/full")
    last = done.stderr.splitlines()[-1]
    assert done.returncode == 6
    assert last.startswith(f"commitrack: {_FULL}")
    rest = last.removeprefix(f"commitrack: {_FULL}")
    assert rest == "" if told is None else told.format(home=tmp_path) in rest, rest


@pytest.mark.fault
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_the_transaction_that_is_told_holds_the_change(environment: dict[str, str]) -> None:
    assert _shell(environment, "commitrack set C-1 lead=bob --json > /dev/full").returncode == 6
    shown = _shell(environment, "commitrack history --limit 1").stdout
    assert shown.startswith("2  ")
    assert "lead: none → bob" in shown


def test_ids_flow_from_a_list_into_an_edit(environment: dict[str, str]) -> None:
    done = _shell(
        environment,
        "commitrack accept C-1 C-2 && commitrack list is:open --format ids"
        " | commitrack set - lead=bob && commitrack list lead:bob --format ids",
    )
    assert done.returncode == 0
    assert done.stdout.split() == ["C-0001", "C-0002"]


def test_a_narrow_encoding_loses_signs_and_nothing_else(
    environment: dict[str, str], process: Process
) -> None:
    environment["PYTHONIOENCODING"] = "ascii"
    done = process("list")
    assert done.returncode == 0
    assert "C-0001" in done.stdout


@pytest.mark.fault
def test_closed_and_full_streams_do_no_harm(environment: dict[str, str]) -> None:
    assert _shell(environment, "commitrack list >&-").returncode == 0
    assert _shell(environment, "commitrack list <&- 2>&-").returncode == 0
    assert _shell(environment, "commitrack show C-99 2>/dev/full").returncode == 3


def test_what_is_no_utf8_on_standard_input_is_no_id(environment: dict[str, str]) -> None:
    done = _shell(environment, r"printf 'C-1\n\xff\n' | commitrack accept -")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


def test_a_terminal_gets_styles_and_a_pipe_does_not(environment: dict[str, str]) -> None:
    leader, follower = pty.openpty()
    environment["TERM"] = "xterm-256color"
    subprocess.run(
        [sys.executable, "-m", "commitrack", "list", "--limit", "1"],
        env=environment,
        stdout=follower,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=True,
    )
    os.close(follower)
    shown = os.read(leader, 65536).decode()
    os.close(leader)
    assert "\x1b[1m" in shown
    assert "C-0001" in shown


_IMPORTS = """
import sys
sys.argv = ["commitrack", *{arguments!r}]
sys.stdout.isatty = lambda: False
from commitrack.cli.running import run
run(sys.argv[1:])
held = [name for name in {names!r} if name in sys.modules]
sys.exit(f"imported: {{held}}" if held else 0)
"""

NOT_FOR_A_LIST = (
    *("asyncio", "difflib", "email", "hashlib", "secrets", "subprocess", "tempfile", "tomllib"),
    *("multiprocessing", "concurrent.futures", "csv", "logging", "socket", "ssl", "shutil"),
    *("calendar",),
    *("click.shell_completion", "importlib.resources", "commitrack.cli.completions"),
    *("commitrack.model.lint", "commitrack.model.specificity", "commitrack.model.workflow"),
    *("commitrack.model.actions", "commitrack.model.history", "commitrack.extract"),
    *("commitrack.query.completing", "commitrack.query.examples", "commitrack.query.sharing"),
    *("commitrack.store.transacting", "commitrack.store.editing", "commitrack.store.undoing"),
    *("commitrack.store.offering", "commitrack.store.examining", "commitrack.store.uniting"),
    *("commitrack.store.seal", "commitrack.store.backups", "commitrack.store.migrating"),
    *("commitrack.intake", "commitrack.reports", "commitrack.sources"),
)
"""What is loaded for an edit, a report or the tab key: no list is to wait for it."""

HEAVY = ("textual", "rich", "sqlite_utils", "dateutil.parser", "commitrack.tui")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--version",), (*HEAVY, "sqlite3", "dateutil", "commitrack.store", "commitrack.query")),
        (("--help",), (*HEAVY, "sqlite3", "dateutil", "commitrack.store", "commitrack.query")),
        (
            ("list", "is:open"),
            (
                *HEAVY,
                *("commitrack.model.lint", "commitrack.model.specificity", "dateutil", "hashlib"),
                *("click", "gettext", "dataclasses", "inspect", "difflib", "csv", "subprocess"),
            ),
        ),
        (("list", "c2", "C-3", "id:c4,5"), (*HEAVY, *NOT_FOR_A_LIST)),
        (("list", "@overdue", "owner:nhs", "due:<today", "sort:-slip"), (*HEAVY, *NOT_FOR_A_LIST)),
        (("list", "is:open", "--count"), (*HEAVY, *NOT_FOR_A_LIST)),
        (("list", "is:open", "--format", "ids"), (*HEAVY, *NOT_FOR_A_LIST)),
        (("list", "--json"), HEAVY),
        (("show", "C-1"), HEAVY),
        (("history",), HEAVY),
        (("set", "C-1", "lead=ann"), HEAVY),
        (("extract", "-"), ("textual", "rich", "sqlite3", "sqlite_utils", "commitrack.store")),
        (("add", "-"), (*HEAVY, "http.client", "ssl", "multiprocessing")),
        (("view", "list"), ("textual", "rich", "sqlite_utils")),
    ],
)
def test_a_command_imports_no_more_than_it_uses(
    environment: dict[str, str], arguments: tuple[str, ...], names: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORTS.format(arguments=arguments, names=names)],
        env=environment,
        input="We will act.",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


LAYERS = (
    ("commitrack.model", ("sqlite3", "rich", "click", "textual", "commitrack.store")),
    ("commitrack.extract", ("sqlite3", "rich", "click", "textual", "commitrack.store")),
    ("commitrack.query", ("sqlite3", "rich", "click", "textual", "commitrack.store")),
    ("commitrack.sources", ("sqlite3", "rich", "click", "textual", "commitrack.store")),
    ("commitrack.sources.confined", ("commitrack.sources.readers", "pypdfium2", "selectolax")),
    ("commitrack.store", ("rich", "click", "textual", "commitrack.cli", "commitrack.tui")),
    ("commitrack.intake", ("rich", "click", "textual", "commitrack.cli", "commitrack.tui")),
    ("commitrack.settings", ("rich", "click", "textual", "sqlite3", "commitrack.store")),
    ("commitrack.cli.running", ("click", "rich", "textual", "sqlite3", "commitrack.tui")),
    ("commitrack.cli.app", ("rich", "textual", "sqlite3", "commitrack.tui")),
    ("commitrack.tui", ("textual", "commitrack.cli")),
    (
        "commitrack.reports.wording",
        ("commitrack.reports.catalogue", "commitrack.reports.rendering"),
    ),
    (
        "commitrack.tui.app",
        (
            *("commitrack.reports.catalogue", "commitrack.reports.rendering", "commitrack.extract"),
            *("commitrack.tui.dialogs", "commitrack.tui.charts", "commitrack.tui.screens.inbox"),
            *("commitrack.intake", "sqlite_utils", "dateutil", "email", "http.client"),
            *("commitrack.tui.palette", "commitrack.tui.leaping", "commitrack.query.completing"),
            *("commitrack.tui.screens.help", "commitrack.tui.screens.go", "commitrack.tui.sheet"),
            *("commitrack.tui.screens.conflict", "commitrack.model.actions"),
            *("commitrack.model.history", "commitrack.model.fields", "hashlib", "pkgutil", "click"),
            *("commitrack.tui.calm", "commitrack.tui.widgets.input_line", "calendar"),
            *("commitrack.tui.widgets.filter_input", "commitrack.tui.widgets.offer_list"),
        ),
    ),
)


@pytest.mark.parametrize(("layer", "names"), LAYERS)
def test_a_layer_imports_only_what_lies_below_it(layer: str, names: tuple[str, ...]) -> None:
    program = (
        f"import sys, {layer}; held = [n for n in {names!r} if n in sys.modules]; "
        "sys.exit(f'imported: {held}' if held else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


_COMPILED = """
import collections, dataclasses, re, sys
compiled = collections.Counter()

def counted(make, what):
    def noted(*arguments, **rest):
        name = sys._getframe(1).f_globals["__name__"]
        if name.startswith("commitrack") and not name.endswith((".patterns", ".frozen")):
            compiled[what] += 1
        return make(*arguments, **rest)
    return noted

dataclasses.dataclass = counted(dataclasses.dataclass, "class")
re.compile = counted(re.compile, "pattern")
import commitrack.cli.opening, commitrack.drafts, commitrack.store.sqlite_store, commitrack.tui.app
sys.exit(None if compiled["class"] == 0 and compiled["pattern"] <= 10 else str(compiled))
"""


def test_of_what_the_first_frame_loads_little_is_compiled() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _COMPILED], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_ui_is_loaded_without_what_its_loop_does_not_need() -> None:
    program = (
        "import sys\n"
        "from commitrack.tui import load_asyncio\n"
        "load_asyncio()\n"
        "import commitrack.tui.app, textual.drivers.linux_driver\n"
        "held = 'ssl' in sys.modules\n"
        "import ssl\n"
        "ssl.create_default_context()\n"
        "sys.exit('TLS was loaded' if held else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_an_interruption_while_it_starts_is_told_like_any_other(
    environment: dict[str, str],
) -> None:
    program = (
        "import sys, signal, importlib.abc\n"
        "class Interrupter(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'click':\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupter())\n"
        "from commitrack.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (130, "commitrack: interrupted\n")


def test_a_terminal_without_a_keyboard_is_refused_at_once(environment: dict[str, str]) -> None:
    leader, follower = pty.openpty()
    try:
        for arguments in ((), ("demo",)):
            done = subprocess.run(
                [sys.executable, "-m", "commitrack", *arguments],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=follower,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
            assert done.returncode == 2
    finally:
        os.close(follower)
        os.close(leader)
