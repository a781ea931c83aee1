"""The bench of the search: one region, three sizes, our engine beside its peers."""
