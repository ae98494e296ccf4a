"""Which quotes a reader understands without what stood before them in their article."""

from __future__ import annotations

import pytest

from briefing.quotes.shown.alone import points_back

PAGE = (
    "Harbour town closes its old bridge",
    "Mayor Ada Stone said on Monday that the bridge over the Lind would be closed at once.",
)


@pytest.mark.parametrize(
    "quote",
    [
        "“This is why the bridge had to be closed before the winter storms arrive,”",
        "“That shows how little anybody at the town hall knows about old bridges.”",
        "“It’s that simple. No bridge, no trade with the other bank of the river.”",
        "“At that point the driver turned his lorry and left the road behind,”",
        "“By those standards every bridge in the county would be shut tomorrow.”",
        "“We have asked the farmers to accept it, to sign that agreement, and soon,”",
        "“There, some of the neighbours wanted the whole crossing pulled down,”",
        "“If we all do that, nobody will cross the river before the spring.”",
        "“While this will not please the farmers, nobody will be hurt by it,”",
        "“If that’s not a reason to close the bridge, I don’t know what is.”",
        "“If that is your plan, you have to tell the farmers of the county first.”",
        "“An overrepresentation of that workforce is found in the fishing trade,”",
        "“That deployment was like a year in the harbour with no lamp at night.”",
        "“At one point, the leader of that group asked us for the keys,”",
        "“The victims stood on the pavement when the railing broke,”",
        "“False. Nobody at the town hall was ever asked for an opinion.”",
        "“But the farmers never wanted a bridge in the first place.”",
        "“I don’t regret that, because the winter was hard on all of us.”",
        "“What he leaves out is that the old ferry sank in a calm sea.”",
        "“I had been there for years, and I knew every fisherman by name,”",
        "“And it is that message, more than the money, that brought us here.”",
        "“Additionally, all keepers of the gates will have a day of rest.”",
        "“They kept the gates shut until the last of the carts had gone home,”",
        "“And the bridge has carried my family’s carts for a hundred years,”",
        "“Because the farmers never asked for a bridge in the first place,”",
        "“Yes, the bridge is going to be closed before the winter comes,”",
        "“I support all the energy behind it. The bridge is old,”",
        "“The keepers on the bridge that day saw it move in the wind,”",
        "“It’s now clear that these efforts have led the town to nothing,”",
        "“I do not know what that means for the farmers of the county,”",
        "“I think you could do that without closing the whole bridge,”",
        "“It was an attempted overthrow of the whole council of the county.”",
        "“This does not speak to the age of the bridge but to the report on it,”",
        "“Suddenly, the limit on carts was no longer of any use to the town,”",
        "“We roundly reject what he did to the old bridge over the river,”",
        "“Within a year, they had built another one from the same stones,”",
        "“If they had been poor, nobody would ever have heard of the new road,”",
        "“I would try to get them to do things like count the carts at night,”",
        "“Not all of those people were farmers, by any stretch of the word.”",
        "“This extends backwards to the old ferry and to the mill of the county,”",
        "“It’s the equivalent of a keeper who counts the carts before they cross,”",
        "“It’s pretty obvious why not. Nobody at the town hall likes the winter.”",
        "“It’s the council. The council has no interest in the road.”",
        "“In stark contrast, the farmers of the county want another road,”",
        "“Man, you did a great job. You wrapped it up with a bow,”",
        "“You’ve heard from the farmers, and so has everybody in the county,”",
        "“All of a sudden, their bridge is not as good as the farmers thought,”",
        "“I would compare that anecdote to the carts that we count at night,”",
        "“I would rather not be discussing this. The bridge is old,”",
        "“The idea that the farmers never wanted a bridge is an old one,”",
        "“Among other steps, the county counts the carts that cross at night,”",
    ],
)
def test_what_only_the_words_before_explain_points_back(quote: str) -> None:
    assert points_back(quote, PAGE)


@pytest.mark.parametrize(
    "quote",
    [
        "“This bridge has carried my family’s carts for more than a hundred years,”",
        "“This is also a victory for everybody who fishes on the river.”",
        "“In this county nobody closes a road without asking the farmers first.”",
        "“At this point, we do not know how many of the stones are cracked.”",
        "“Those who built the wall are long dead, and so are their drawings.”",
        "“When it comes to old stones, the county has nobody who knows them.”",
        "“If you believe that stones last for ever, come and see ours.”",
        "“The bridge is older than the town, and it will outlive us all.”",
        "“We closed the bridge because the keepers of that bridge asked us to.”",
        "“The plan that the county put forward costs more than a new bridge.”",
        "“It is a sad day for the farmers on the other bank of the river.”",
        "“It is an honour to open a bridge that nobody will have to close.”",
        "“So far nobody has told the farmers when the bridge will open.”",
        "“The mason who built the bridge said that he had no plan of it.”",
        "“These days nobody builds a bridge like the one over the Lind.”",
    ],
)
def test_what_speaks_of_the_story_stands_alone(quote: str) -> None:
    assert not points_back(quote, PAGE)


def test_a_noun_that_the_page_tells_may_be_pointed_at() -> None:
    quote = "“The victims stood on the pavement when the railing broke,”"
    assert not points_back(quote, ("Two victims of broken railing in hospital",))


def test_he_is_somebody_only_where_the_page_names_a_man() -> None:
    quote = "“He asked me what to expect of the night, and I had no answer,”"
    assert points_back(quote, PAGE)
    assert not points_back(quote, ("Harbour master Peter Lind found dead",))
    assert points_back(quote, ("Ferries wait", "Minister Peter Lind said so.", "Peter Lind left."))


def test_a_long_quote_of_marks_is_read_at_once() -> None:
    assert not points_back("“" * 50_000 + " (" * 25_000, PAGE)


@pytest.mark.parametrize(
    "quote",
    [
        "“I think that’s pretty obvious to all who saw the bridge,”",
        "“I mean, those are the best keepers that we have ever had,”",
    ],
)
def test_i_think_before_that_changes_nothing(quote: str) -> None:
    assert points_back(quote, PAGE)


def test_that_behind_i_think_joins() -> None:
    assert not points_back("“I think that boats in the harbour will outlast the bridge,”", PAGE)
