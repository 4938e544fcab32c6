# Short names for what people do. Everything calls the machine's Maven on a JDK 25 (tools/maven).
MAVEN := tools/maven
PYTHON := .venv/bin/python

.PHONY: test fuzz-api demo format dist bench clean estate

# All tests, formatting included, and the zip that they leave behind; at last journeys through the page in a browser (CHROMIUM names another
# than Debian's). Makes the Python environment that moto and other people's parsers live in.
test: .venv/done
	$(MAVEN) -T 2 spotless:check
	tools/web build
	tools/web size
	tools/web test
	$(MAVEN) -T 2 verify
	tools/package
	tools/check-package
	tools/web journeys

# Asks the server what schemathesis makes of openapi.yaml: some minutes of requests drawn by chance, so not among the tests.
fuzz-api: .venv/done
	$(MAVEN) -pl server -am -Dexcluded.tests= -Dtest=ApiFuzzTest -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.fuzz=$(or $(EXAMPLES),30) test

demo:
	./plumbline demo

format:
	$(MAVEN) -T 2 spotless:apply

# The zip that needs nothing but a JDK 25, the page inside, with a cache of loaded classes for this JDK inside.
dist:
	tools/web build
	$(MAVEN) -T 2 -Dmaven.test.skip=true package
	tools/package

# An hour on a quiet machine; bench/README.md.
bench: dist .venv/done
	bench/assess/run
	bench/collect/run
	bench/scale/run
	bench/history/run
	bench/search/run
	bench/center/run

# Makes the recorded organization anew from estate/estate.yaml, and the recorded account that has every resource type.
estate: .venv/done
	$(PYTHON) estate/generate.py
	$(PYTHON) estate/record_types.py

.venv/done: tools/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check -r tools/requirements.txt
	touch .venv/done

clean:
	$(MAVEN) -q clean
