"""What differs from pelicanconf.py when the site goes live."""

from pelicanconf import *  # noqa: F403 - Pelican's own way to build on settings

PUBLISHED = True
