"""延滞金: what a public claim paid late costs, tier by tier."""
