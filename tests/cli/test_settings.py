"""Settings: where each comes from, and the file that keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest

from commitrack.model.errors import BadInput
from commitrack.settings import Origin, Settings, assign, config_path, remove
from tests.cli.harness import CommandLine


def _settings(folder: Path, **environment: str) -> Settings:
    return Settings({}, {"XDG_CONFIG_HOME": str(folder), **environment})


def test_a_flag_beats_the_environment_which_beats_the_file(tmp_path: Path) -> None:
    path = tmp_path / "commitrack" / "config.toml"
    assert _settings(tmp_path).get("cadence").origin is Origin.DEFAULT
    assign(path, "actor", "filed")
    assert _settings(tmp_path).get("actor").value == "filed"
    assert _settings(tmp_path).get("actor").where == str(path)
    heard = _settings(tmp_path, COMMITRACK_ACTOR="heard")
    assert (heard.get("actor").value, heard.get("actor").origin) == ("heard", Origin.ENV)
    said = Settings({"actor": "said"}, heard.environment)
    assert (said.get("actor").value, said.get("actor").where) == ("said", "--as")


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    assert _settings(tmp_path, COMMITRACK_THEME="").get("theme").origin is Origin.DEFAULT


def test_writing_a_setting_leaves_comments_and_tables_alone(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\ntheme = "dark"  \n\n[keys]\ntheme = "t"\n')
    assign(path, "theme", "light")
    assign(path, "actor", 'Ann "A" O’Neil')
    assert path.read_text() == (
        '# mine\ntheme = "light"\n\nactor = "Ann \\"A\\" O’Neil"\n[keys]\ntheme = "t"\n'
    )
    assert remove(path, "theme")
    assert not remove(path, "theme")
    assert '[keys]\ntheme = "t"' in path.read_text()


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
    assert lines["store"] == ["/tmp/x.db", "flag", "--store"]
    assert lines["actor"] == ["ann", "env", "COMMITRACK_ACTOR"]
    assert lines["theme"][:2] == ["light", "file"]
    assert lines["cadence"] == ["90", "default"]
    assert run.ok("config", "path").out.strip() == lines["theme"][2]


def test_config_unset_brings_the_default_back(run: CommandLine) -> None:
    run.ok("config", "set", "cadence", "30")
    assert run.ok("config", "--json").json["settings"][3]["value"] == "30"
    run.ok("config", "unset", "cadence")
    assert run.ok("config", "--json").json["settings"][3]["origin"] == "default"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("theme = [", "not valid TOML"),
        ('them = "dark"', "'them'"),
        ("cadence = 0", "cadence must be a number of days"),
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
    with pytest.raises(BadInput, match=r"config\.toml: actor must be a text"):
        _settings(tmp_path).get("actor")
