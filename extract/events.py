"""placeholder until the events are read"""
from dataclasses import dataclass
@dataclass(frozen=True, slots=True)
class Event:
    start: int
    end: int
    place: str
    adcode: str
    date: str
    end_date: str
    kind: str
    title: str
    date_source: str
    rule: str
def find_events(text, sentences, context):
    return ()
