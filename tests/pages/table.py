"""A small table of two counties and a prefecture, written for these tests."""

import json
from pathlib import Path

METRICS = (
    "fact,doc,start,end,text,quote,place,adcode,metric,value,high,unit,"
    "period,since,basis,qualifier,grade,note,rule,quote_start"
)
EVENTS = "event,doc,start,end,quote,place,adcode,date,end_date,kind,title"
DOCUMENTS = (
    "doc,title,publisher,place,adcode,place_source,date,date_source,encoding,script,sha256,characters,numbers,"
    "kept,left,damaged,status,note"
)
LEFTOVERS = "doc,start,end,text,quote,reason,label"

ROWS = (
    "a1,d1,0,4,3亿元,甲县安排专项资金3亿元。,肥西县,340123,funding.special,300000000,,CNY,2020,,flow,exact,stated,,r,-8",
    "a2,d1,9,15,7000户,累计脱贫7000户。,肥西县,340123,lifted.households,7000,,household,2020,,cumulative,exact,stated,,r,5",
    "b1,d2,0,7,2000万元,<b>专项</b>资金2000万元。,旌德县,341825,funding.special,20000000,,CNY,2020,,flow,exact,stated,,r,-11",
    "b2,d2,9,15,4.5%,贫困发生率由4.5%下降。,旌德县,341825,poverty_rate,4.5,,percent,2014,,level,exact,stated,,r,3",
    "c1,d3,0,7,2亿元,=2017年投入2亿元。,晋城市,140500,funding.special,200000000,,CNY,2017,,flow,exact,doubtful,odd,r,-8",
    "c2,d3,9,15,58000人,累计脱贫58000人。,晋城市,140500,lifted.persons,58000,,person,,,cumulative,over,carried,,r,5",
)
HAPPENED = (
    "e1,d1,20,30,2019年安排专项资金,肥西县,340123,2019,,funding,安排专项资金",
    "e2,d2,20,30,4月份排查<script>alert(1)</script>,旌德县,341825,2020-04,,inspection,排查",
    "e3,d2,40,50,成立领导小组,旌德县,341825,,,organisation,成立领导小组",
)
REPORTS = (
    "d1,甲报告,甲县委,肥西县,340123,given,2020,given,utf-8,simplified,00,90,9,2,7,0,ok,",
    "d2,乙报告,,旌德县,341825,given,2020,given,utf-8,traditional,01,90,9,2,7,0,ok,",
    "d3,丙报告,丙委,晋城市,140500,given,,unknown,utf-8,simplified,02,90,9,2,7,0,ok,",
)


def write_table(folder: Path) -> Path:
    """The folder, holding a complete table."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "metrics.csv", METRICS, ROWS)
    _write(folder / "events.csv", EVENTS, HAPPENED)
    _write(folder / "documents.csv", DOCUMENTS, REPORTS)
    _write(folder / "leftovers.csv", LEFTOVERS, ())
    (folder / "manifest.json").write_text(json.dumps({"data_version": "abcdef012345"}), encoding="utf-8")
    return folder


def _write(path: Path, head: str, lines: tuple[str, ...]) -> None:
    path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
