"""Worklists: the lists of work, free extraction, files of them and bulk runs."""
