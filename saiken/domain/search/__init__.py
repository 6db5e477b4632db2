"""How people are looked for: spellings folded, keys of what is registered, what a typed word may mean."""
