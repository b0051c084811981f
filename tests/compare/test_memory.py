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


def test_of_several_keys_only_those_not_remembered_are_asked_for() -> None:
    memory, asked = Memory(10, len), list[list[str]]()

    def answer(keys: list[str]) -> dict[str, str]:
        asked.append(keys)
        return {key: key * 2 for key in keys}

    assert memory.of_each("double", ("a", "b", "a"), answer) == ["aa", "bb"]
    assert memory.of_each("double", ("b", "c"), answer) == ["bb", "cc"]
    assert memory.of_each("double", (), answer) == []
    assert asked == [["a", "b"], ["c"]]
