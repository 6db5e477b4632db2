"""The common form of acts: what the law says, what would change, doing it or drafting it for approval."""
