"""Settings: where each comes from, and the file that keeps them."""

from __future__ import annotations

import json
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.columns import named
from commitrack.model.errors import BadInput
from commitrack.query import FIELDS
from commitrack.setting_keys import KEYS
from commitrack.settings import Origin, Settings, assign, config_path, remove
from commitrack.tui.commands import BY_ID
from tests.cli.harness import CommandLine


def _settings(folder: Path, **environment: str) -> Settings:
    return Settings({}, {"XDG_CONFIG_HOME": str(folder), **environment})


def test_a_flag_beats_the_environment_which_beats_the_file(tmp_path: Path) -> None:
    path = tmp_path / "commitrack" / "config.toml"
    assert _settings(tmp_path).get("cadence").origin is Origin.DEFAULT
    assign(path, "actor", "filed")
    assert _settings(tmp_path).get("actor").value == "filed"
    assert _settings(tmp_path).get("actor").where == f"{path}:1"
    heard = _settings(tmp_path, COMMITRACK_ACTOR="heard")
    assert (heard.get("actor").value, heard.get("actor").origin) == ("heard", Origin.ENVIRONMENT)
    said = Settings({"actor": "said"}, heard.environment)
    assert (said.get("actor").value, said.get("actor").where) == ("said", "--as")


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    assert _settings(tmp_path, COMMITRACK_THEME="").get("theme").origin is Origin.DEFAULT


def test_writing_a_setting_leaves_comments_and_tables_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\n  theme="dark"  # at night\n\n[keys]\nstatus = "t"\n')
    assign(path, "theme", "light")
    assign(path, "actor", 'Ann "A" O’Neil')
    assert path.read_text() == (
        '# mine\n  theme = "light"  # at night\nactor = "Ann \\"A\\" O’Neil"\n\n'
        '[keys]\nstatus = "t"\n'
    )
    assert remove(path, "theme")
    assert not remove(path, "theme")
    assert '[keys]\nstatus = "t"' in path.read_text()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cadence", "0"),
        ("cadence", "ten"),
        ("cadence", "99999999999"),
        ("actor", " "),
        ("actor", "\x1b[31mann"),
        ("theme", "../x"),
        ("store", ""),
        ("colour", "red"),
    ],
)
def test_a_setting_that_cannot_be_is_not_written(tmp_path: Path, name: str, value: str) -> None:
    path = tmp_path / "config.toml"
    with pytest.raises(BadInput):
        assign(path, name, value)
    assert not path.exists()


def test_the_file_lies_in_the_configuration_folder(tmp_path: Path) -> None:
    assert config_path({"XDG_CONFIG_HOME": str(tmp_path)}) == tmp_path / "commitrack/config.toml"
    assert config_path({"XDG_CONFIG_HOME": "relative"}).parts[-3:-1] == (".config", "commitrack")


def test_config_shows_every_setting_and_its_origin(run: CommandLine) -> None:
    run.ok("config", "set", "theme", "light")
    shown = run.ok("config", "--store", "/tmp/x.db").out
    lines = {line.split()[0]: line.split()[1:] for line in shown.splitlines()}
    assert lines["store"][:3] == ["/tmp/x.db", "option", "--store"]
    assert lines["actor"][:3] == ["ann", "environment", "COMMITRACK_ACTOR"]
    assert lines["theme"][:2] == ["light", "file"]
    assert lines["cadence"][:2] == ["90", "default"]
    assert run.ok("config", "path").out.strip() + ":1" == lines["theme"][2]


def test_config_unset_brings_the_default_back(run: CommandLine) -> None:
    run.ok("config", "set", "cadence", "30")
    assert run.ok("config", "--json").json["settings"][3]["value"] == "30"
    run.ok("config", "unset", "cadence")
    assert run.ok("config", "--json").json["settings"][3]["origin"] == "default"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("theme = [", "not valid TOML"),
        (
            '\n# x\nthem = "dark"',
            "config.toml:3: no setting is called 'them': did you mean 'theme'?",
        ),
        ('theme = "dark"\ncadence = 0', "config.toml:2: cadence must be a number of days"),
        ("cadence = 0\n\ncadance = 1", "config.toml:3: no setting is called 'cadance'"),
        (
            'four_eyes = "strickt"',
            "config.toml:1: four_eyes must be strict, said or off, not 'strickt': did you mean",
        ),
        ('columns = [\n  "id",\n  "ownr",\n]', "no column is called 'ownr': did you mean 'owner'?"),
        ('dates = "ymd"', "config.toml:1: dates must be dmy or mdy"),
        ("due_soon = -1", "config.toml:1: due_soon must be a number of days from 1 to 366"),
        ('[key]\nstatus = "s"', "config.toml:1: no table is called [key]: did you mean 'keys'?"),
        ('theme = "dark"\n[keys]\nstats = "f11"', "config.toml:3: no command is called 'stats'"),
        (
            '[keys]\nundo = "f11"\nstatus = "x"',
            "config.toml:3: x of status is the key of reject as well",
        ),
        ('[keys]\nstatus = "ctrl+"', "config.toml:2: 'ctrl+' is no key"),
        ("[keys]\nstatus = 3", "config.toml:2: the key of status must be a text"),
        ('keys = "s"', "config.toml:1: keys must be a table"),
    ],
)
def test_a_settings_file_that_cannot_be_used_is_named(
    run: CommandLine, text: str, named: str
) -> None:
    path = Path(run.ok("config", "path").out.strip())
    path.parent.mkdir(parents=True)
    path.write_text(text)
    outcome = run("config")
    assert outcome.code == 2
    assert str(path) in outcome.err
    assert named in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_store_is_written_down_with_its_whole_path(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    run.ok("config", "set", "store", "mine.db")
    assert _settings(tmp_path / "config").get("store").value == str(tmp_path / "mine.db")


@pytest.mark.parametrize("value", ["[1, 2]", "true", "1.5", "2026-01-01"])
def test_a_value_in_the_file_that_is_no_text_is_named(tmp_path: Path, value: str) -> None:
    path = tmp_path / "commitrack" / "config.toml"
    path.parent.mkdir()
    path.write_text(f"actor = {value}\n")
    with pytest.raises(BadInput, match=r"config\.toml:1: actor must be a text"):
        _settings(tmp_path).get("actor")


TYPED = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=20
).filter(lambda text: text.strip())
COMMENTS = st.lists(TYPED.map("# {}".format) | st.just("") | st.just("  # x"), max_size=3)


@given(above=COMMENTS, between=COMMENTS, below=COMMENTS, before=TYPED, after=TYPED, behind=TYPED)
def test_of_a_file_only_the_value_that_is_set_changes(
    above: list[str], between: list[str], below: list[str], before: str, after: str, behind: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "config.toml"
        quoted = json.dumps(before, ensure_ascii=False)
        lines = [
            *above,
            f"actor = {quoted} # {behind}",
            *between,
            "columns = [",
            '  "id", # first',
            '  "title",',
            "]",
            *below,
            "[keys]",
            'status = "f11"',
        ]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        assign(path, "actor", after)
        wanted = " ".join(after.split())
        lines[len(above)] = f"actor = {json.dumps(wanted, ensure_ascii=False)} # {behind}"
        assert path.read_text("utf-8").split("\n")[:-1] == lines
        found = tomllib.loads(path.read_text("utf-8"))
        assert (found["actor"], found["columns"]) == (wanted, ["id", "title"])
        assign(path, "columns", "id,owner")
        first = len(above) + 1 + len(between)
        lines[first : first + 4] = ['columns = ["id", "owner"]']
        assert path.read_text("utf-8").split("\n")[:-1] == lines
        remove(path, "actor")
        del lines[len(above)]
        assert path.read_text("utf-8").split("\n")[:-1] == lines


def test_a_new_file_sets_nothing_and_speaks_of_everything(run: CommandLine) -> None:
    before = run.ok("config", "show", "--json").json
    run.ok("config", "init")
    path = Path(run.ok("config", "path").out.strip())
    text = path.read_text("utf-8")
    assert tomllib.loads(text) == {}
    assert run.ok("config", "show", "--json").json == before
    for name in (*KEYS, *BY_ID):
        assert f"\n# {name} = " in text
    again = run("config", "init")
    assert again.code == 4
    assert path.read_text("utf-8") == text


def _values(run: CommandLine, *names: str) -> dict[str, str]:
    settings = run.ok("config", "show", *names, "--json").json["settings"]
    return {one["name"]: one["value"] for one in settings}


def test_what_a_new_file_proposes_is_what_is_in_force(run: CommandLine) -> None:
    before = {
        one["name"]: one["value"] for one in run.ok("config", "show", "--json").json["settings"]
    }
    run.ok("config", "init")
    path = Path(run.ok("config", "path").out.strip())
    text = path.read_text("utf-8")
    lines = [line[2:] if " = " in line or line == "# [keys]" else line for line in text.split("\n")]
    path.write_text("\n".join(lines), "utf-8")
    now = _values(run)
    actor = {"actor": before["actor"]}
    assert {name: now[name] for name in KEYS} | actor == before | actor
    assert {name for name in now if name not in KEYS} == {f"keys.{name}" for name in BY_ID}


def test_a_setting_goes_where_the_file_speaks_of_it(run: CommandLine) -> None:
    run.ok("config", "init")
    path = Path(run.ok("config", "path").out.strip())
    run.ok("config", "set", "due_soon", "14")
    lines = path.read_text("utf-8").splitlines()
    at = lines.index("due_soon = 14")
    assert lines[at - 1] == "# due_soon = 28"
    run.ok("config", "set", "keys.status", "f11")
    run.ok("config", "set", "keys.owner", "f12")
    assert path.read_text("utf-8").endswith('\n[keys]\nstatus = "f11"\nowner = "f12"\n')
    shown = {one["name"]: one for one in run.ok("config", "show", "--json").json["settings"]}
    assert shown["keys.owner"]["where"] == f"{path}:{len(path.read_text().splitlines())}"
    assert [
        one["value"] for one in run.ok("config", "show", "due-soon", "--json").json["settings"]
    ] == ["14"]
    run.ok("config", "unset", "keys.status")
    assert 'status = "f11"' not in path.read_text("utf-8")


def test_a_linked_file_stays_a_link(run: CommandLine, tmp_path: Path) -> None:
    path = Path(run.ok("config", "path").out.strip())
    path.parent.mkdir(parents=True)
    (tmp_path / "dotfiles").mkdir()
    target = tmp_path / "dotfiles" / "commitrack.toml"
    target.write_text('actor = "bob"\n')
    path.symlink_to(target)
    run.ok("config", "set", "actor", "zoe")
    assert path.is_symlink()
    assert target.read_text() == 'actor = "zoe"\n'


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("colums", "id", "did you mean 'columns'?"),
        ("columns", "id,titel", "did you mean 'title'?"),
        ("four_eyes", "of", "did you mean 'off'?"),
        ("keys.stats", "s", "did you mean 'status'?"),
        ("keys.status", "x", "x of status is the key of reject as well"),
        ("keys.status", "3", "3 is the key of a view"),
    ],
)
def test_what_cannot_be_set_is_told_with_the_nearest_name(
    run: CommandLine, name: str, value: str, named: str
) -> None:
    outcome = run("config", "set", name, value)
    assert outcome.code == 2
    assert named in outcome.err
    assert not Path(run.ok("config", "path").out.strip()).exists()


def test_a_broken_file_can_be_mended_from_the_command_line(run: CommandLine) -> None:
    path = Path(run.ok("config", "path").out.strip())
    path.parent.mkdir(parents=True)
    path.write_text('cadence = 0\ntheme = "dark"\n')
    assert run("list").code == 2
    run.ok("config", "set", "cadence", "30")
    assert path.read_text() == 'cadence = 30\ntheme = "dark"\n'


def test_every_alias_of_the_language_names_its_column() -> None:
    for spec in FIELDS.values():
        for alias in spec.aliases if spec.column else ():
            assert named([alias]) == (spec.name,)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("dates", "ymd", "dates: must be dmy or mdy, not 'ymd': did you mean 'mdy'?"),
        ("dates", "5", "dates: must be dmy or mdy, not '5'"),
        ("columns", "idd", "must be auto or names of columns: no column is called 'idd': did you"),
        ("four_eyes", "of", "must be strict, said or off, not 'of': did you mean 'off'?"),
        ("cadence", "x", "cadence: must be a number of days from 1 to 3650, not 'x'"),
        ("store", "~nobody-at-all/x", "store: ~nobody-at-all/x: no home is known here"),
    ],
)
def test_what_was_meant_is_asked_at_the_end(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    said = run("config", "set", name, value)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert told in said.err
    assert "?," not in said.err
    monkeypatch.setenv(f"COMMITRACK_{name.upper()}", value)
    said = run("config", "show")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.err.startswith(f"commitrack: COMMITRACK_{name.upper()}: ")
    assert "?," not in said.err


def test_settings_in_utf16_are_told_what_makes_utf8_of_them(run: CommandLine) -> None:
    path = run.home / "config" / "commitrack" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('theme = "dark"', encoding="utf-16")
    said = run("config", "show")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert f"{path} is UTF-16 and not UTF-8" in said.err
