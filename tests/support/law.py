"""The law book of the package, read once for all tests of a process.

The one idea: actions are given it as every caller gives it; a test of another law makes its own from this one.
"""

from saiken.law.lawbook import LawBook

BOOK = LawBook.load()
