"""The command line on an isolated home."""

from tests.cli.conftest import run

__all__ = ["run"]
