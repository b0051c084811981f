"""First steps are for who comes by the bare address, once; an address without a page is told in a sentence."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import assert_sound, go, words

Opener = Callable[..., AppTest]


def test_who_opens_the_bare_address_is_told_the_first_steps_until_they_are_put_away(visit: Opener) -> None:
    app = visit()
    assert "点任何一个数字" in words(app)
    app.button(key="guide away").click().run()
    assert_sound(app)
    assert "点任何一个数字" not in words(app)
    assert "点任何一个数字" not in words(go(go(app, "funding"), "overview"))


@pytest.mark.parametrize("link", [{"p": "340123"}, {"lang": "en"}, {"mode": "meeting"}, {"mode": "print"}])
def test_who_follows_a_link_is_left_alone(visit: Opener, link: dict[str, str]) -> None:
    app = visit(**link)
    assert "xb-guide" not in words(app)


def test_they_stand_at_the_foot_as_well(visit: Opener) -> None:
    app = visit("funding", lang="en")
    assert "xb-guide" not in words(app)
    app.session_state["take :material/help:"] = True
    app.run()
    assert_sound(app)
    assert "Click any figure" in words(app)
