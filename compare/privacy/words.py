"""What is said where something is masked."""

from compare.language import Language


def say_masked(language: Language) -> str:
    """The sentence under a passage in which something is masked."""
    return language.say(
        "Names and numbers of private persons are masked (张＊＊); who runs this site can show them: XIANBI_NAMES=shown."
    )
