"""What somebody types to get the same without the page: a line for the shell, three lines of pandas."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from compare.context import Context
from compare.export.shown import Shown
from compare.question import link_of
from compare.view import NONE

ROOT = Path(__file__).parents[2]
OWN = "data"
COLUMNS = ("place", "period", "metric", "value", "unit")
TEXT = ("adcode", "period", "since")


def write_command(context: Context, kind: str) -> str:
    """``python -m compare "funding?p=340123~341825..." --to xlsx``, to be typed in the project's folder."""
    link = link_of(replace(context.view, doc="", facts=(), mode="page"))
    table = "" if _folder(context) == OWN else f' --table "{_folder(context)}"'
    return f'python -m compare "{link}" --to {kind}{table}'


def write_pandas(context: Context, shown: Shown) -> str:
    """Three lines that read the table and keep the places and metrics of the view."""
    folder = _folder(context)
    if (context.store.folder / "metrics.parquet").exists():
        read = f'table = pd.read_parquet("{folder}/metrics.parquet")'
    else:
        read = f'table = pd.read_csv("{folder}/metrics.csv", dtype={dict.fromkeys(TEXT, "str")})'
    wanted = [_condition(column, codes) for column, codes in _kept(context, shown).items() if codes]
    keep = f'.query("{" and ".join(wanted)}")' if wanted else ""
    return f"import pandas as pd\n{read}\nprint(table{keep}[{list(COLUMNS)}])"


def _kept(context: Context, shown: Shown) -> dict[str, Sequence[str]]:
    """The codes that the view keeps, by column: of a chart its metrics, of the data page what its filters name."""
    view, chosen = context.view, context.view.filters
    if view.page != "data":
        return {"adcode": view.places, "metric": sorted({row.metric for row in shown.first.panel.rows})}
    return {
        "adcode": view.places,
        "metric": chosen.metrics,
        "period": chosen.periods,
        "basis": chosen.bases,
        "grade": chosen.grades,
    }


def _condition(column: str, codes: Sequence[str]) -> str:
    """``metric in ['poverty_rate']``; an empty cell is one that does not equal itself."""
    told = f"{column} in {[code for code in codes if code != NONE]}"
    return f"({told} or {column} != {column})" if NONE in codes else told


def _folder(context: Context) -> str:
    """The folder of the table as it is typed in the project's folder."""
    folder = context.store.folder.absolute()
    return folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else folder.as_posix()
