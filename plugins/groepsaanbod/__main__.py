"""Lets ``python -m groepsaanbod`` do what the command does."""

from groepsaanbod.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
