"""Reports of somebody who means harm: sixty texts that something between report and reader could take for markup.

Each ends in a token of its own, ``XB07``: where the token is shown, the whole text must be shown, as text.
"""

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from extract.build import build
from extract.lexicon.gazetteer import Unit, load_gazetteer

OTHER_HOST = "http://evil.example"
RAW = (
    # HTML and what runs in it
    "<script>window.xbhit=1</script>",
    "</script><script>window.xbhit=1</script>",
    "<img src=x onerror=window.xbhit=1>",
    f"<img src={OTHER_HOST}/a.png>",
    "<svg onload=window.xbhit=1>",
    "<svg><script>window.xbhit=1</script></svg>",
    "<body onload=window.xbhit=1>",
    "<input autofocus onfocus=window.xbhit=1>",
    "<details open ontoggle=window.xbhit=1>",
    "<video><source onerror=window.xbhit=1></video>",
    f"<iframe src={OTHER_HOST}></iframe>",
    "<iframe srcdoc='<script>parent.xbhit=1</script>'></iframe>",
    f"<object data={OTHER_HOST}/o.swf></object>",
    f"<link rel=stylesheet href={OTHER_HOST}/s.css>",
    f"<base href={OTHER_HOST}/>",
    f"<meta http-equiv=refresh content='0;url={OTHER_HOST}'>",
    f"<form action={OTHER_HOST}><button>go</button></form>",
    "<math><mtext><img src=x onerror=window.xbhit=1></mtext></math>",
    "<a href=javascript:window.xbhit=1>x</a>",
    "<template><img src=x onerror=window.xbhit=1></template>",
    "<ScRiPt >window.xbhit=1</sCrIpT>",
    "<<script>window.xbhit=1//<</script>",
    "<b data-x=f00>bold</b>",
    "<!--<img src=x onerror=window.xbhit=1>-->",
    "<![CDATA[<img src=x onerror=window.xbhit=1>]]>",
    # out of an attribute, out of a style
    '" onmouseover=window.xbhit=1 x="',
    "' onfocus='window.xbhit=1' autofocus='",
    "`onclick=window.xbhit=1`",
    f"</style><style>*{{background:url({OTHER_HOST}/b)}}</style>",
    f"}};body{{background:url({OTHER_HOST}/c)}}",
    f"@import '{OTHER_HOST}/d.css';",
    "javascript:window.xbhit=1//",
    "data:text/html,<script>window.xbhit=1</script>",
    # entities
    "&lt;script&gt;window.xbhit=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.xbhit=1&#62;",
    "&#x3c;b&#x3e;",
    "&amp;lt;i&amp;gt;",
    # Markdown, as Streamlit reads it in labels
    f"[click]({OTHER_HOST})",
    f"![picture]({OTHER_HOST}/e.png)",
    "[run](javascript:window.xbhit=1)",
    f"<{OTHER_HOST}/auto>",
    "**bold** _italic_ ~~gone~~",
    "`code` ```fence```",
    "# heading",
    "| a | b |",
    ":red[red]",
    ":material/delete:",
    ":rainbow[x] :small[y] :blue-badge[z]",
    "$\\frac{1}{2}$",
    "$$x^2$$",
    # templates
    "{0} {name} {__class__}",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "%s %(name)s %n",
    # what charts, chats and terminals take for markup
    f"<b>x</b><br><a href='{OTHER_HOST}'>y</a><sup>z</sup>",
    "%{x} %{customdata[0]}<extra></extra>",
    f"[url={OTHER_HOST}]x[/url] [img]{OTHER_HOST}/f.png[/img]",
    "[red]x[/red] [bold][/bold] [link=https://evil.example]y[/link]",
    # what the eye is deceived by
    "\u202egnp.exe\u202c",
    "\u2066a\u2067b\u2069\u2069\u200b\u200d",
    "a\ufffe\U000e0041\u0301\u0301\u0301",
)
PAYLOADS = tuple(f"{raw}XB{n:02d}" for n, raw in enumerate(RAW))
TEXT = (
    "{place}{payload}情况\n\n一、基本情况{payload}\n\n2019年,{place}安排财政专项扶贫资金2.69亿元,用于{payload}建设。"
    "截至2019年底,累计脱贫7247户16386人,包括{payload}。贫困发生率由2014年的8.4%下降到2019年的0.5%,依靠{payload}。\n"
    "2019年5月,{place}召开{payload}会议。全县组织{payload}活动55场。3月2日慰问{payload}户33户。\n"
)
ALL = "all"  # a report with all of them
LIST = ("doc", "place", "date", "title", "publisher", "url")
FORBIDDEN = str.maketrans({"/": "∕", "\0": "", "\n": " "})
Line = dict[str, str]


@cache
def counties() -> tuple[Unit, ...]:
    """A county for each payload, of names that no two places share."""
    gazetteer = load_gazetteer()
    units = [
        unit
        for unit in gazetteer.units
        if unit.level == "county" and unit.name.endswith("县") and unit.last > 2020
    ]
    alone = [unit for unit in units if len(gazetteer.named(unit.name)) == 1 and len(unit.name) > 2]
    return tuple(alone[: len(PAYLOADS)])


def write_reports(folder: Path) -> Path:
    """The folder, with a report for each payload: in its name, its text, its title, its publisher, its address."""
    folder.mkdir(parents=True)
    lines = []
    for payload, unit in zip(PAYLOADS, counties(), strict=True):
        place, doc = unit.name, payload.translate(FORBIDDEN)[:80].strip(" .~")
        (folder / f"{doc}.txt").write_text(TEXT.format(place=place, payload=payload), encoding="utf-8")
        lines.append((doc, unit.adcode, "2020-01", payload, payload, payload))
    every = "\n".join(
        f"2019年,旌德县安排财政专项扶贫资金{n + 1}亿元,用于{one}建设。" for n, one in enumerate(PAYLOADS)
    )
    (folder / f"{ALL}.txt").write_text(every, encoding="utf-8")
    lines.append((ALL, "旌德县", "2020-01", ALL, "", ""))
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows((LIST, *lines))
    return folder


def build_hostile(folder: Path) -> Path:
    """A table of such reports, in which the columns that a build fills from its own lists are hostile as well."""
    build([write_reports(folder / "reports")], None, folder / "table", lambda *_: None)
    out = folder / "hostile"
    out.mkdir()
    for path in (folder / "table").iterdir():
        if path.is_file():
            (out / path.name).write_bytes(path.read_bytes())
    payload = dict(enumerate(PAYLOADS))
    _change(
        out / "metrics.csv", lambda n, line: {**line, "place": payload[n % 60], "note": payload[(n + 7) % 60]}
    )
    _change(
        out / "events.csv", lambda n, line: {**line, "place": payload[n % 60], "title": payload[(n + 3) % 60]}
    )
    _change(out / "leftovers.csv", lambda n, line: {**line, "label": payload[n % 60]})
    _accuse(out)
    _change(
        out / "documents.csv", lambda n, line: {**line, "place": payload[n % 60], "note": payload[n % 60]}
    )
    (out / "manifest.json").write_text(json.dumps({"data_version": "abcdef012345"}), encoding="utf-8")
    return out


def _accuse(out: Path) -> None:
    """A finding with a hostile message against the first figure of each report."""
    with (out / "metrics.csv").open(encoding="utf-8", newline="") as handle:
        first = {line["doc"]: line for line in reversed(list(csv.DictReader(handle)))}
    with (out / "findings.csv").open(encoding="utf-8", newline="") as handle:
        names = next(csv.reader(handle))
    with (out / "findings.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, names, restval="", lineterminator="\n")
        writer.writeheader()
        for n, (doc, line) in enumerate(sorted(first.items())):
            said = dict.fromkeys(("message_en", "message_zh"), PAYLOADS[n % 60])
            figure = {"spans": f"[[{line['start']}, {line['end']}]]", "facts": line["fact"], "reported": "1"}
            told = {
                "finding": f"{n:012x}",
                "doc": doc,
                "check": "sum",
                "verdict": "contradicts",
                "calculated": "2",
            }
            writer.writerow(told | figure | said | {"low": "2", "high": "2"})


def _change(path: Path, change: Callable[[int, Line], Line]) -> None:
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        names, lines = list(reader.fieldnames or ()), list(reader)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(n, line) for n, line in enumerate(lines))
