"""遅延損害金: what a private claim paid late costs."""
