"""The words of the domain and its rules: frozen dataclasses and pure functions.

Nothing here reads a clock, a file or a database; every rule takes what it needs as arguments.
"""
