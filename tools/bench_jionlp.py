"""Seconds that JioNLP takes for the money, times and places of texts on the standard input, parted by NUL.

Run by ``bench.py`` with a Python that has ``pip install jionlp``; the project itself does not need it.
"""

import re
import sys
import time

import jionlp


def main() -> None:
    """Print the seconds of reading all texts, sentence by sentence, without those of loading its dictionaries."""
    texts = sys.stdin.buffer.read().decode().split("\0")
    sentences = [
        sentence for text in texts for sentence in re.split("(?<=[。!?\n])", text) if sentence.strip()
    ]
    _read(sentences[0])
    started = time.process_time()
    for sentence in sentences:
        _read(sentence)
    print(time.process_time() - started)


def _read(sentence: str) -> None:
    jionlp.ner.extract_money(sentence)
    jionlp.ner.extract_time(sentence)
    jionlp.recognize_location(sentence)


if __name__ == "__main__":
    main()
