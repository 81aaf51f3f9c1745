"""The readers: one for each format, run by the keeper in a process that can do no harm.

Each has a `parse(data, declared)` that gives a `Parsed` or raises `Unreadable`. Nothing outside
the keeper imports them, and the libraries that they need are loaded with them.
"""
