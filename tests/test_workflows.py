"""What GitHub and servers do for us: pinned, with few rights, and as the code says."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from builders import TODAY
from groepsaanbod.exports import headers
from groepsaanbod.loading import load
from groepsaanbod.plugin import CONTENT_SECURITY_POLICY

PROJECT = Path(__file__).parent.parent
WORKFLOWS = sorted(PROJECT.glob(".github/workflows/*.y*ml"))
HOSTING = PROJECT.joinpath("docs/hosting.md").read_text("utf-8")
MAKEFILE = PROJECT.joinpath("Makefile").read_text("utf-8")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


MAY_WRITE = {
    "publish.yml": ["actions/deploy-pages"],
    "remind.yml": ["actions/download-artifact", "actions/github-script"],
}


def read(path):
    """Give a workflow with text only, so that ``on`` is no answer to a question."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text


def jobs(path):
    return read(path)["jobs"].values()


def steps(path):
    return [step for job in jobs(path) for step in job["steps"]]


def test_there_is_one_for_each_thing_that_github_does():
    names = ["check.yml", "links.yml", "publish.yml", "remind.yml", "review.yml"]
    assert [path.name for path in WORKFLOWS] == names


def test_links_are_asked_for_each_week_and_never_when_the_site_is_built():
    commands = {
        path.name: [each.get("run") for each in steps(path)] for path in WORKFLOWS
    }
    when = read(PROJECT / ".github/workflows/links.yml")["on"]

    assert [name for name, runs in commands.items() if "make links" in runs] == [
        "links.yml"
    ]
    assert set(when) == {"schedule", "workflow_dispatch"}
    assert [each["cron"].split()[-1] for each in when["schedule"]] == ["1"]


def test_only_what_main_found_is_kept_for_the_reports():
    for path in WORKFLOWS:
        for job in jobs(path):
            kept = [
                step for step in job["steps"] if "actions/cache" in step.get("uses", "")
            ]
            for step in kept:
                assert job["if"] == "github.ref == 'refs/heads/main'"
                assert step["with"]["path"] == "region/links.json"
                is_writer = "/restore@" not in step["uses"]
                assert is_writer == (path.name == "links.yml")


@each_workflow
def test_each_action_is_one_commit_with_its_version_beside_it(path):
    lines = [line for line in path.read_text("utf-8").splitlines() if "uses:" in line]

    assert len(lines) == sum("uses" in step for step in steps(path)) > 0
    for line in lines:
        assert re.fullmatch(
            r" +(- )?uses: actions/[a-z-]+(/[a-z-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+",
            line,
        )


@each_workflow
def test_rights_are_given_per_job_and_named(path):
    assert read(path)["permissions"] == {}
    for job in jobs(path):
        assert set(job["permissions"].items()) <= {
            ("contents", "read"),
            ("pages", "write"),
            ("id-token", "write"),
            ("issues", "write"),
        }


def test_what_may_write_to_the_internet_runs_nothing_from_the_repository():
    for path in WORKFLOWS:
        for job in jobs(path):
            if "write" in job["permissions"].values():
                done = [step["uses"].partition("@")[0] for step in job["steps"]]
                assert done == MAY_WRITE[path.name]
                assert "contents" not in job["permissions"]


@each_workflow
def test_a_proposal_from_outside_never_runs_with_our_rights(path):
    text = path.read_text("utf-8")

    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(
        read(path)["on"]
    )
    assert "secrets" not in "".join(
        line.partition("#")[0] for line in text.splitlines(keepends=True)
    )
    for step in steps(path):
        is_of_review = path.name == "review.yml"
        if step.get("uses", "").startswith("actions/checkout@") and not is_of_review:
            past = {"fetch-depth": "0"} if path.name == "publish.yml" else {}
            assert step["with"] == {"persist-credentials": "false"} | past


def test_a_proposal_is_looked_at_with_the_code_of_main_and_only_read():
    path = PROJECT / ".github/workflows/review.yml"
    code, proposed, look = steps(path)

    assert list(read(path)["on"]) == ["pull_request"]
    assert "edited" in read(path)["on"]["pull_request"]["types"]  # the reason may come
    (job,) = jobs(path)
    assert job["permissions"] == {"contents": "read"}
    assert code["with"] == {
        "persist-credentials": "false",
        "ref": "${{ github.event.pull_request.base.sha }}",
    }
    assert proposed["with"] == {
        "persist-credentials": "false",
        "ref": "${{ github.sha }}",
        "path": "voorstel",
        "fetch-depth": "2",
    }
    assert look["run"] == (
        "make review IN=voorstel VAN=HEAD^1 TOT=HEAD FORMAT=github"
        ' SUMMARY="$GITHUB_STEP_SUMMARY"'
    )
    assert look["env"] == {
        "AUTHOR": "${{ github.event.pull_request.user.login }}",
        "REASON": "${{ github.event.pull_request.body }}",
    }


ASK = """async ([script, texts, open]) => {
  const done = []
  const note = (what) => (asked) => { done.push([what, asked]) }
  const github = {
    paginate: async (list, asked) => { list(asked); return open },
    rest: { issues: {
      listForRepo: note("list"), create: note("create"), update: note("update"),
    } },
  }
  const context = { repo: { owner: "o", repo: "r" } }
  const require = () => ({ readFileSync: () => JSON.stringify(texts) })
  const Run = (async () => {}).constructor
  await new Run("github", "context", "require", script)(github, context, require)
  return done
}"""


def test_each_partner_has_one_question_that_is_kept_true_and_closed(open_page):
    (script,) = [
        step["with"]["script"]
        for step in steps(PROJECT / ".github/workflows/remind.yml")
        if "script" in step.get("with", {})
    ]
    assert "${{" not in script

    def asked(slug, text):
        return {"aanbieder": slug, "titel": f"Klopt {slug}?", "tekst": text}

    def opened(number, slug, text, user="github-actions[bot]"):
        body = f"{text}\n<!-- aanbieder: {slug} -->"
        return {"number": number, "body": body, "user": {"login": user}}

    texts = [asked("nieuw", "a"), asked("oud", "b"), asked("zelfde", "c")]
    there = [
        opened(1, "oud", "was b"),
        opened(2, "zelfde", "c"),
        opened(3, "klaar", "d"),
        opened(4, "nieuw", "van een ander", user="iemand"),
    ]
    page = open_page("about:blank")
    done = page.evaluate(ASK, [script, texts, there])

    repo = {"owner": "o", "repo": "r"}
    assert done[1:] == [
        [
            "create",
            {
                **repo,
                "title": "Klopt nieuw?",
                "body": "a\n<!-- aanbieder: nieuw -->",
                "labels": ["klopt-dit-nog"],
            },
        ],
        [
            "update",
            {
                **repo,
                "issue_number": 1,
                "title": "Klopt oud?",
                "body": "b\n<!-- aanbieder: oud -->",
            },
        ],
        ["update", {**repo, "issue_number": 3, "state": "closed"}],
    ]


@each_workflow
def test_no_run_waits_forever_or_beside_another(path):
    assert read(path)["concurrency"]["group"]
    for job in jobs(path):
        assert 0 < int(job["timeout-minutes"]) <= 20
        assert job["runs-on"] == "ubuntu-24.04"


@each_workflow
def test_each_command_is_make_or_curl_and_is_given_nothing_by_github(path):
    for step in steps(path):
        if command := step.get("run"):
            assert "${{" not in command
            assert re.match(r"(make|curl) ", command)
            assert not re.search(r"[;&|`<>\n]", command.strip())
            assert re.findall(r"\$\(([^)]*)\)", command) in (
                [],
                ["make --silent address"],
            )
            for target in re.findall(r"make (?:--silent )?(\w+)", command):
                assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


def test_the_pages_action_that_leaves_out_well_known_is_told_not_to():
    (step,) = [
        step
        for step in steps(PROJECT / ".github/workflows/publish.yml")
        if "upload-pages-artifact" in step.get("uses", "")
    ]
    text = PROJECT.joinpath(".github/workflows/publish.yml").read_text("utf-8")
    (version,) = re.findall(r"upload-pages-artifact@\S+ # v(\d+)", text)

    told = step["with"].get("include-hidden-files")
    assert int(version) < 4 or told == "true"


def test_make_address_gives_the_address_of_the_region(good):
    site = load(good, TODAY).catalogue.site
    command = ["make", "--silent", "--no-print-directory", "address"]
    done = subprocess.run(  # noqa: S603 - our own words
        [*command, f"REGION={good.region}"],
        cwd=PROJECT,
        env={name: value for name, value in os.environ.items() if "MAKE" not in name},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == f"{site.address}\n"
    assert site.address.endswith("/")


@pytest.mark.parametrize(
    "line",
    headers(CONTENT_SECURITY_POLICY).splitlines()[1:],
    ids=lambda line: line[2:20],
)
def test_the_server_in_the_document_sends_the_same_headers(line):
    name, value = line.strip().split(": ", 1)

    assert f'add_header {name} "{value}" always;' in HOSTING


def test_each_link_of_the_document_finds_its_file():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", HOSTING):
        assert PROJECT.joinpath("docs", target).exists(), target


def test_what_changed_is_worked_out_before_the_site_is_built():
    path = PROJECT / ".github/workflows/publish.yml"
    made = [step.get("run", "").partition(" MANIFEST")[0] for step in steps(path)]

    assert made.index("make changes") < made.index("make publish")
