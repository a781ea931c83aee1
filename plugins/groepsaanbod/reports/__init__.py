"""The reports: what the analyses found, as tables in the coordinator's own words."""
