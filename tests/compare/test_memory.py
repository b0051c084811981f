from compare.memory import Memory


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    memory, made = Memory(10, len), list[str]()

    def answer(word: str) -> str:
        made.append(word)
        return word * 4

    for word in ("a", "b", "a", "c", "a", "b"):
        memory.of(word, lambda word=word: answer(word))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    assert memory.held == 8


def test_an_answer_larger_than_the_room_is_given_and_not_kept() -> None:
    memory = Memory(10, len)
    assert memory.of("all", lambda: "x" * 11) == "x" * 11
    assert memory.held == 0
