"""The logs of what was done and what was looked at, for the auditor; read only."""
