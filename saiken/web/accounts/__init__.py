"""The people who sign in: search, roles through time, passwords, second factors, locks, personnel changes."""
