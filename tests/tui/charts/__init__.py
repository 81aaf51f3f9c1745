"""Charts, drawn and measured."""
