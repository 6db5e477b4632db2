"""Every component of the screens on one page, for developers and designers."""
