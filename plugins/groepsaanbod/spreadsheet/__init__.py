"""Offers in a spreadsheet: to fill in, to bring over, and back again."""

from groepsaanbod.spreadsheet.running import bring_in, put_out

__all__ = ["bring_in", "put_out"]
