"""The command line: click commands that print and exit, and nothing else.

Every rule lives below: a command reads its options, asks or edits through the `Store` protocol,
and prints. Standard output is data, standard error is talk.
"""
