"""What is known about words. Data, not code: one TOML file a metric, one list for what metrics share."""

from extract.lexicon.load import Lexicon, load_lexicon, load_metrics
from extract.lexicon.metric import Example, Metric, Phrase, TimeWords, Veto

__all__ = ["Example", "Lexicon", "Metric", "Phrase", "TimeWords", "Veto", "load_lexicon", "load_metrics"]
