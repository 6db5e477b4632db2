"""Changing one's own password; asked of everybody at the first sign-in."""
