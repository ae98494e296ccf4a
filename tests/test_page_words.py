"""The words of a page, block by block: what `verify` compares."""

from briefing.render.words import blocks, differences


def test_the_links_in_the_ways_of_the_site_are_passed_over_and_nothing_else_in_them() -> None:
    page = '<nav class="bar"><nav><a>Days<br>and</a></nav></nav><h1>The <b>dam</b></h1>'
    assert blocks(page, ways=False) == ["The dam"]
    assert blocks(page) == ["Days", "and", "The dam"]
    other = '<nav class="bar"><a>Days</a><p>It burst.</p></nav><h1>The dam</h1>'
    assert blocks(other, ways=False) == ["It burst.", "The dam"]


def test_what_a_browser_may_show_of_a_comment_counts_as_words() -> None:
    for hidden in ("<!-->It burst.<p>-->", "<!-- --!>It burst.<p>-->", "<![CDATA[>It burst.]]>"):
        assert "It burst." in " ".join(blocks(f"<p>The dam</p>{hidden}<p>The end</p>"))


def test_what_is_put_in_between_is_told_alone_but_not_in_pages_of_a_hostile_length() -> None:
    assert differences(["a", "new", "b"], ["a", "b"]) == [("new", "")]
    assert differences(["a"] * 30_000 + ["b"], ["a"] * 30_000) == [("b", "")]


def test_much_that_is_left_open_in_what_is_passed_over_takes_no_long_time() -> None:
    page = f"<template>{'<i>' * 20_000}{'</x>' * 20_000}</template><p>The end</p>"
    assert blocks(page) == ["The end"]
