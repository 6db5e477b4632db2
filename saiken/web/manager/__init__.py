"""The manager's screen: workload and results, ageing, the way from demand to settlement, what nobody has looked at."""
