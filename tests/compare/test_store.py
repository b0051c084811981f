from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from compare.record import Filter
from compare.store import Store, StoreError, open_store
from tests.compare.figures import figure, write_table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [
        figure("340123", "funding.special", "369000000", text="3.69亿元"),
        figure("340123", "funding.special", "269000000", text="2.69亿元", period="2019", start="9"),
        figure("150526", "poverty_rate", "0", text="零", basis="level", period="2020-10"),
    ]
    return write_table(tmp_path, lines)


@pytest.fixture
def store(folder: Path) -> Store:
    return open_store(folder)


def test_rows_come_back_exact_and_as_printed(store: Store) -> None:
    first, second = store.rows(("340123",), ("funding.special",))
    assert (first.text, first.value, first.high, first.adcode) == (
        "3.69亿元",
        Decimal(369000000),
        None,
        "340123",
    )
    assert second.period == "2019"


def test_a_code_that_begins_with_zero_keeps_its_zero(tmp_path: Path) -> None:
    write_table(tmp_path, [figure("012345", "area", "904.8", period="0999")])
    row = open_store(tmp_path).rows()[0]
    assert (row.adcode, row.period) == ("012345", "0999")


def test_filter_and_count_agree(store: Store) -> None:
    wanted = Filter(periods=("2020",), bases=("flow",))
    assert [row.value for row in store.table(wanted)] == [Decimal(369000000)]
    assert store.count(wanted) == 1
    assert store.count(Filter(limit=1)) == 3
    assert len(store.table(Filter(limit=2, offset=2))) == 1


def test_a_filter_is_a_value_and_never_a_query(store: Store) -> None:
    assert store.table(Filter(places=("' OR 1=1 --",))) == ()
    with pytest.raises(StoreError, match="no column"):
        store.choices("1; DROP TABLE metrics")


def test_places_count_their_documents_and_rows(store: Store) -> None:
    assert [(p.adcode, p.name, p.documents, p.rows) for p in store.places()] == [
        ("150526", "扎鲁特旗", 1, 1),
        ("340123", "肥西县", 1, 2),
    ]


def test_many_threads_may_ask_at_once(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: len(store.rows(("340123",))), range(64)))
    assert answers == [2] * 64


def test_the_outside_is_closed(store: Store, tmp_path: Path) -> None:
    with pytest.raises(duckdb.Error):
        store.connection.cursor().execute("SELECT * FROM read_csv(?)", [str(tmp_path / "metrics.csv")])
    with pytest.raises(duckdb.Error):
        store.connection.cursor().execute("SET enable_external_access=true")


def test_parquet_gives_the_same_rows(folder: Path, store: Store, tmp_path: Path) -> None:
    before = store.rows()
    source, target = str(folder / "metrics.csv"), str(folder / "metrics.parquet")
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{source}', all_varchar=true)) TO '{target}' (FORMAT parquet)")
    (folder / "metrics.csv").unlink()
    assert open_store(folder).rows() == before


def test_parts_in_a_folder_give_the_same_rows(folder: Path, store: Store) -> None:
    before = store.rows()
    (folder / "metrics.parquet").mkdir()
    source = f"read_csv('{folder / 'metrics.csv'}', all_varchar=true)"
    for part, where in enumerate(("adcode = '340123'", "adcode <> '340123'")):
        target = folder / "metrics.parquet" / f"{part:05}.parquet"
        duckdb.sql(f"COPY (SELECT * FROM {source} WHERE {where}) TO '{target}' (FORMAT parquet)")
    (folder / "metrics.csv").unlink()
    assert open_store(folder).rows() == before


def test_a_place_is_asked_for_alone(store: Store) -> None:
    assert store.called(("340123", "999999")) == {"340123": "肥西县"}
    assert [document.adcode for document in store.reports_of(("340123",))] == ["340123"]
    assert set(store.homes(1)) < set(store.homes(5)) == {"340123", "150526"}


def test_no_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no table here; build it again with `make data`"):
        open_store(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["metrics.csv", "documents.csv", "events.csv", "leftovers.csv"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(StoreError, match=name):
        open_store(folder)


def test_findings_may_be_missing(folder: Path) -> None:
    (folder / "findings.csv").unlink()
    assert open_store(folder).findings() == ()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"rows": 1}'])
def test_a_manifest_without_a_version_is_told(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="no data version"):
        open_store(folder)


@pytest.mark.parametrize(
    ("old", "new"), [("fact,", "fakt,"), ("369000000", "viel"), ("value,", ""), ("start,", "begin,")]
)
def test_a_broken_table_shows_at_opening(folder: Path, old: str, new: str) -> None:
    path = folder / "metrics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be read"):
        open_store(folder)
