"""The second factor of sign-in: enrolling, checking, recovery codes."""
