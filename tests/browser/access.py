"""What axe-core finds on a page that is ours to mend: Streamlit's own faults are listed here with the reason."""

from importlib.resources import files

from tests.browser.visit import Visit

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """() => axe.run(document, {resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"""
SERIOUS = ("serious", "critical")
# Rule and a piece of the markup by which the fault is known, and why it is none of ours.
OF_STREAMLIT = {
    ("list", "stSidebarNavItems"): "the menu on telephones puts its sections between the list and its items",
    ("listitem", '<li class="st-emotion-cache'): "the same menu: items in a section of the navigation",
    ("presentation-role-conflict", "stFileUploaderDropzone"): "the drop zone has a label and no role",
    ("aria-hidden-focus", "data-focus-guard"): "the guards that keep the focus in an open box",
}


def faults_of(window: Visit, impacts: tuple[str, ...] = SERIOUS) -> list[str]:
    """The faults of these impacts that are not Streamlit's, each with its rule and the markup."""
    window.page.evaluate(AXE)
    found = window.page.evaluate(RUN)["violations"]
    told = [(v["id"], node["html"]) for v in found if v["impact"] in impacts for node in v["nodes"]]
    return [f"{rule}: {html[:200]}" for rule, html in told if not _is_of_streamlit(rule, html)]


def _is_of_streamlit(rule: str, html: str) -> bool:
    return any(rule == known and piece in html for known, piece in OF_STREAMLIT)
