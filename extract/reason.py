"""Why a number of a document is no row of the table. One list for the whole extractor."""

from enum import StrEnum


class Reason(StrEnum):
    """The id of a leftover's reason, as written to ``leftovers.csv``."""

    # told by the number's own words: it is no quantity, or its digits cannot be trusted
    DATE = "date"  # 2019年, 6月11日, 2014-2024, 19:43
    LIST_MARK = "list mark"  # 1. 1、 (1)
    NAME = "name"  # 3A级, 1+N, 6保6助2托, G318, “3+2”
    ORDINAL = "ordinal"  # 第4、16位, 前10名
    PHONE = "phone"  # 021-962866
    POSTCODE = "postcode"  # 231200
    CODE = "code"  # licence, document, page, version numbers, addresses of web pages
    TOO_LONG = "too long"  # more digits than any figure of a county has
    OTHER_SCRIPT = "other script"  # digits that are neither ASCII nor Chinese
    DAMAGED = "damaged"  # a digit was lost before it: ?8.8万

    # told by the sentence around: a quantity, but no figure of the table
    NO_METRIC = "no metric"
    NO_PLACE = "no place"
    BELOW_COUNTY = "below county"
    GROWTH = "growth"
    SHARE = "share"
    STANDARD = "standard"  # so much for each village, household or head
    SUBSET = "subset"  # visited, surveyed, flooded
    MISUSE = "misuse"  # money stolen, fined, idle; people wrongly registered
    EVENTS = "events"  # 户次, 人次, meetings

    # told by a person
    CORRECTED = "corrected"  # a row that corrections.toml drops
