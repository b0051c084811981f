"""The same pages as many would build them: the table a cached frame, charts as objects, every file made beforehand.

Served beside the dashboard by ``make load``, to compare with. It shows less: no sentence, no warning, no language.
"""

import io
import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

PAGES = {
    "overview": ("poor.persons", "lifted.households", "funding.special", "poverty_rate", "villages.delisted"),
    "funding": ("funding.special", "funding.programme", "funding.total", "funding.social"),
    "lifted": ("lifted.persons", "lifted.households"),
    "rate": ("poverty_rate",),
    "timeline": ("villages.delisted", "poor.persons"),
}


@st.cache_data
def load(name: str) -> pd.DataFrame:
    """A table as a frame, copied for every rerun as ``cache_data`` does."""
    folder = Path(os.environ["XIANBI_TABLE"])
    parquet = folder / f"{name}.parquet"
    found = pd.read_parquet(parquet) if parquet.exists() else pd.read_csv(folder / f"{name}.csv", dtype=str)
    return found.fillna("")


def show(page: str) -> None:
    """A page: a chart and a table for each of its metrics, and their files."""
    table = load("metrics")
    names = table[table.adcode != ""].drop_duplicates("adcode").set_index("adcode")["place"]
    asked = [code for code in st.query_params.get("p", "").split("~") if code in names.index]
    places = st.multiselect("Places", list(names.index), default=asked, format_func=lambda code: names[code])
    years = st.selectbox("Year", ["latest", *sorted(set(table.period.str[:4]) - {""}, reverse=True)])
    chosen = table[table.adcode.isin(places)]
    if years != "latest":
        chosen = chosen[chosen.period.str.startswith(years)]
    for metric in PAGES[page]:
        part = chosen[chosen.metric == metric].assign(value=lambda frame: frame.value.astype(float))
        latest = part.sort_values("period").groupby("adcode").tail(1).sort_values("value")
        st.header(metric)
        if page == "overview":
            for column, row in zip(st.columns(max(1, len(latest))), latest.itertuples(), strict=False):
                column.metric(row.place, f"{row.value:,.0f}")
        elif len(latest):
            chart = px.bar(latest, x="value", y="place", color="place", hover_data=["quote", "period"])
            st.plotly_chart(chart, key=metric)
        st.dataframe(part, key=f"table {metric}")
    st.download_button("CSV", chosen.to_csv(index=False).encode("utf-8-sig"), "figures.csv")
    st.download_button("Excel", _workbook(chosen), "figures.xlsx")


def _workbook(table: pd.DataFrame) -> bytes:
    file = io.BytesIO()
    table.to_excel(file, index=False, engine="xlsxwriter")
    return file.getvalue()


def _page(name: str) -> None:
    def run() -> None:
        show(name)

    pages.append(st.Page(run, title=name.title(), url_path=name, default=name == "overview"))


pages: list[st.Page] = []
for name in PAGES:
    _page(name)
st.navigation(pages, position="top").run()
