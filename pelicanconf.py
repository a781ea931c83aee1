"""How Pelican builds the site; publishconf.py says what differs when it is live."""

from jinja2 import StrictUndefined

# The region: three folders that another region replaces.
OFFERS = "offers"
REGION = "region"
PATH = "content"

# The day that counts as today, as "2026-11-24"; None is the real one.
TODAY = None

# Only a published site knows its own address, for the links on its 404 page.
PUBLISHED = False

# Whether the coordinator's report stands on the site; see docs/hosting.md.
RAPPORT_PUBLIEK = True

SITENAME = "Groepsaanbod"
SITEURL = ""
TIMEZONE = "Europe/Amsterdam"
DEFAULT_LANG = "nl"
# Dutch days and months are our own words; the machine's locale changes nothing.
LOCALE = ["C"]
OUTPUT_PATH = "output"
LOAD_CONTENT_CACHE = False

THEME = "theme"
THEME_STATIC_DIR = "theme"

# Naming the plugins keeps Pelican from loading whatever else is installed.
PLUGINS = ["groepsaanbod.plugin"]

# Partners' words are text, never HTML; a misspelt name in a template stops the build.
# During a build templates stay as they are, so each is looked for once.
JINJA_ENVIRONMENT = {
    "auto_reload": False,
    "cache_size": -1,
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}

# Pelican reads the region's prose; the plugin writes it, with everything else.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["paginas"]
PAGE_SAVE_AS = ""
STATIC_PATHS: list[str] = []

# This is no blog.
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
AUTHORS_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = ARCHIVES_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
