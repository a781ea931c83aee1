# Alles wat men met dit project doet. `make` of `make help` noemt het.
# Andere gegevens: make site OFFERS=map REGION=map CONTENT=map OUTPUT=map DATE=2026-11-24
# Niets overnemen van een vorige keer: make site OPNIEUW=ja

PYTHON ?= python3
OFFERS ?= offers
REGION ?= region
CONTENT ?= content
OUTPUT ?= output
DATE ?=
MANIFEST ?=
FORMAT ?= text
PORT ?= 8000
PARTS ?=
AREA ?= regio
TABLE ?=
LOGS ?=

BIN := .venv/bin
SITE := .venv/.site
DEV := .venv/.dev
PEERS := .cache/bench-search/.ready
JUDGE := .cache/audit/node_modules/.bin/lighthouse
CHECKER := .cache/vnu/node_modules/vnu-jar/build/dist/vnu.jar
LINTER := .cache/js/node_modules/.package-lock.json
DATA := --offers "$(OFFERS)" --region "$(REGION)" --content "$(CONTENT)" --date "$(DATE)"
GROEPSAANBOD := $(BIN)/groepsaanbod
BUILD := $(DATA) --output "$(OUTPUT)" $(if $(OPNIEUW),--opnieuw)

.DEFAULT_GOAL := help
.PHONY: help serve site publish check gaps overlap decisions figures quality changes visits links review remind codeowners schema test lint lint-js format fuzz bench-build bench-search bench-reports pictures lock html audit address browser light-browser

help: ## toon deze lijst
	@sed -n 's/^\([a-z -]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

serve: $(SITE) ## bouw de site, toon haar op http://localhost:8000 en bouw bij elke wijziging
	@$(GROEPSAANBOD) serve $(BUILD) --port $(PORT)

site: $(SITE) ## kijk alles na en bouw de site in output/
	@$(GROEPSAANBOD) build $(BUILD)

publish: $(SITE) ## bouw de site zoals zij op internet komt, in output/
	@$(GROEPSAANBOD) publish $(BUILD) --settings publishconf.py $(if $(MANIFEST),--manifest "$(MANIFEST)") $(if $(TOCH),--toch)

check: $(SITE) ## kijk of aanbod, regio en vragen kloppen
	@$(GROEPSAANBOD) check $(DATA) --format "$(FORMAT)"

visits: $(SITE) ## tel het bezoek in een logbestand: make visits LOGS="access.log access.log.1.gz"
	@$(GROEPSAANBOD) visits $(LOGS) $(DATA)

links: $(SITE) ## kijk of alle links nog werken; dit gaat het internet op
	@$(GROEPSAANBOD) links $(DATA)

changes: $(SITE) ## reken uit wat er veranderde, voor het rapport; of tussen VAN en TOT (dagen, tags of commits)
	@$(GROEPSAANBOD) changes $(if $(VAN),"$(VAN)") $(if $(TOT),"$(TOT)") $(DATA) --format "$(FORMAT)"

gaps overlap decisions figures quality: $(SITE) ## toon een rapport: make gaps AREA=zandvoort FORMAT=csv TABLE=grootste-hiaten
	@$(GROEPSAANBOD) $@ $(DATA) --area "$(AREA)" --table "$(TABLE)" --format "$(FORMAT)"

# Author and text are somebody's words: the shell takes them from the environment, and
# neither make nor the shell looks for commands in them.
review: $(SITE) ## zeg wat een voorstel betekent: make review VAN=main TOT=HEAD AUTHOR=naam
	@$(GROEPSAANBOD) review "$(or $(VAN),main)..$(or $(TOT),HEAD)" --repository "$(or $(IN),.)" --author="$$AUTHOR" --reason="$$REASON" --format "$(FORMAT)" --date "$(DATE)" $(if $(SUMMARY),--output "$(SUMMARY)")

remind: $(SITE) ## vraag aanbieders of hun aanbod nog klopt; PARTNER=map vraagt er één
	@$(GROEPSAANBOD) remind $(DATA) --partner "$(PARTNER)" --format "$(FORMAT)" $(if $(TEXTS),--output "$(TEXTS)")

codeowners: $(SITE) ## schrijf .github/CODEOWNERS opnieuw, uit region/eigenaren.yaml
	@$(GROEPSAANBOD) codeowners $(DATA)

schema: $(SITE) ## schrijf het JSON Schema opnieuw in schema/
	@$(GROEPSAANBOD) schema $(DATA)

test: $(DEV) lint light-browser ## doe alle tests, ook in een echte browser
	@rm -f .coverage .coverage.*
	@$(BIN)/coverage run -m pytest -n auto --dist loadfile
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

lint: $(DEV) ## kijk de code na, zonder iets te veranderen
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo > /dev/null || $(BIN)/lint-imports
	@$(BIN)/djlint --quiet --lint --check theme/templates > /dev/null || $(BIN)/djlint --lint --check theme/templates

lint-js: $(LINTER) ## kijk het JavaScript van het thema na
	@cp tests/js/eslint.config.js .cache/js/
	@.cache/js/node_modules/.bin/eslint --config .cache/js/eslint.config.js theme/static/js
	@.cache/js/node_modules/.bin/tsc --project tests/js/tsconfig.json

format: $(DEV) ## zet code en templates in de vaste vorm
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format .
	@$(BIN)/djlint --quiet --reformat theme/templates || true

fuzz: $(DEV) browser ## val alles aan wat binnenkomt: bestanden, mappen, rekenbladen, voorstellen, links
	@$(BIN)/python tests/fuzz.py

bench-build: $(DEV) ## meet het bouwen van 1.000 en 10.000 keer aanbod
	@$(BIN)/python benches/build.py

bench-search: $(PEERS) browser ## meet het zoeken, naast andere zoekmachines; PARTS="--sizes 0" kan ook
	@PYTHONPATH=benches:tests $(BIN)/python -m search $(PARTS)

bench-reports: $(DEV) ## meet de analyses van de rapporten bij 300, 1.000 en 10.000 keer aanbod
	@$(BIN)/python benches/reports.py

pictures: $(DEV) site browser ## maak de foto's in README en BIJDRAGEN opnieuw
	@$(BIN)/python docs/take_pictures.py

html: $(CHECKER) site ## laat de HTML-controle van W3C kijken naar de site in output/
	@$(BIN)/python tests/html/check.py "$(OUTPUT)" --checker "$(CHECKER)"

audit: $(JUDGE) $(CHECKER) browser ## meet alle grenzen van de site: snelheid, bytes, toegankelijkheid, taal, HTML; PARTS="--parts opening" kan ook
	@PYTHONPATH=benches:tests $(BIN)/python -m audit --lighthouse "$(JUDGE)" --checker "$(CHECKER)" $(PARTS)

lock: $(DEV) ## leg de versies van alle onderdelen opnieuw vast
	@$(BIN)/uv pip compile pyproject.toml --group build $(LOCK) --output-file requirements/site.txt
	@$(BIN)/uv pip compile pyproject.toml --group build --group dev $(LOCK) --output-file requirements/dev.txt

LOCK := --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade

address:
	@sed -n "s/^adres: *[\"']\{0,1\}\([^\"' ]*\).*/\1/p" "$(REGION)/site.yaml"

browser: $(DEV)
	@$(BIN)/python tests/get_browser.py

light-browser: $(DEV)
	@$(BIN)/python tests/get_browser.py --light

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all:

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Hiervoor is Python 3.11 of nieuwer nodig.'; exit 1; }
	@$(PYTHON) -m venv .venv || { echo 'Python mist het onderdeel venv: apt install python3-venv'; exit 1; }

$(SITE): requirements/site.txt pyproject.toml | $(BIN)/python
	@echo 'Onderdelen klaarzetten (de eerste keer duurt dit even) …'
	@$(INSTALL) --requirement requirements/site.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(DEV): $(SITE) requirements/dev.txt
	@echo 'Onderdelen voor de tests klaarzetten …'
	@$(INSTALL) --requirement requirements/dev.txt
	@touch $@

$(CHECKER): tests/html/package.json tests/html/package-lock.json
	@command -v java > /dev/null && command -v npm > /dev/null || { echo 'Hiervoor zijn Java 11 of nieuwer en npm nodig.'; exit 1; }
	@echo 'De HTML-controle ophalen …'
	@mkdir -p .cache/vnu
	@cp $^ .cache/vnu/
	@npm ci --prefix .cache/vnu --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(LINTER): tests/js/package.json tests/js/package-lock.json
	@command -v npm > /dev/null || { echo 'Hiervoor is npm nodig.'; exit 1; }
	@echo 'De JavaScript-controle ophalen …'
	@mkdir -p .cache/js
	@cp $^ .cache/js/
	@npm ci --prefix .cache/js --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(JUDGE): benches/audit/package.json benches/audit/package-lock.json
	@command -v npm > /dev/null || { echo 'Hiervoor is npm nodig.'; exit 1; }
	@echo 'Lighthouse ophalen …'
	@mkdir -p .cache/audit
	@cp $^ .cache/audit/
	@npm ci --prefix .cache/audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(PEERS): benches/search/package.json benches/search/package-lock.json
	@command -v npm > /dev/null || { echo 'Hiervoor is npm nodig.'; exit 1; }
	@echo 'De andere zoekmachines ophalen …'
	@mkdir -p $(@D)
	@cp $^ $(@D)
	@npm ci --prefix $(@D) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
