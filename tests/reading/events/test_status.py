"""Whether something happened: own sentences, the event in brackets."""

from datetime import date

import pytest

from tests.reading.events.bracketed import bracketed
from tests.timed import PUBLISHED, laid_out
from verbale.lexicon.status import load_status
from verbale.reading.events.status import status_of
from verbale.reading.page import Syntax
from verbale.record import Status

WORDS = load_status()

TENSE: tuple[tuple[str, Status], ...] = (
    ("Norland and Sudria [signed] the treaty.", "happened"),
    ("The treaty was [signed] by both sides.", "happened"),
    ("The ministers have [met] twice.", "happened"),
    ("The army had [shelled] the port before the truce.", "happened"),
    ("Norland [recalls] its ambassador from Sudria.", "happened"),
    ("Sudria is [massing] troops at the border.", "ongoing"),
    ("The delegations are [meeting] in Oslo.", "ongoing"),
    ("Norland [supports] the plan.", "ongoing"),
    ("Sudria [opposes] any delay.", "ongoing"),
    ("The mediators have been [talking] to both sides.", "ongoing"),
    ("The navy did [attack] the convoy.", "happened"),
    ("The ministers will [meet] on Monday.", "planned"),
    ("The talks will be [held] in Oslo.", "planned"),
    ("The ministers are going to [meet] in Oslo.", "planned"),
    ("The ministers are to [meet] in Oslo.", "planned"),
    ("The parliament shall [vote] on the treaty.", "planned"),
    ("They'll [sign] it tomorrow.", "planned"),
    ("Norland to [host] the next round", "planned"),
    ("The sides met and will [sign] the text in May.", "planned"),
    ("The sides will meet and [sign] the text.", "planned"),
    ("The two may [meet] in Oslo.", "possible"),
    ("The envoy could [resign].", "possible"),
    ("The army might have [shelled] the port.", "possible"),
    ("Sudria should [withdraw] its troops.", "possible"),
    ("Sudria must [withdraw] its troops.", "possible"),
    ("A pause would [help] the mediators.", "possible"),
    ("Will the two sides [meet] again?", "possible"),
    ("Did Sudria [attack] the port?", "possible"),
    ("Why did Sudria [attack] the port?", "happened"),
    ("[Withdraw] your troops now.", "possible"),
)

NEGATION: tuple[tuple[str, Status], ...] = (
    ("The ministers did not [meet].", "denied"),
    ("The ministers never [met].", "denied"),
    ("The ministers have not yet [met].", "denied"),
    ("No deal has been [struck].", "denied"),
    ("No [deal] has been struck.", "denied"),
    ("The sides [reached] no agreement.", "denied"),
    ("Neither side [signed] the text.", "denied"),
    ("Nobody [attacked] the convoy.", "denied"),
    ("None of the envoys [signed].", "denied"),
    ("Norland will not [sign] the text.", "denied"),
    ("Norland won't [sign] the text.", "denied"),
    ("Norland cannot [sign] the text.", "denied"),
    ("Sudria no longer [supports] the plan.", "denied"),
    ("The sides did not meet but [talked] by phone.", "happened"),
    ("The sides did not [meet] but talked by phone.", "denied"),
    ("The sides talked but did not [sign].", "denied"),
    ("The sides did not meet or [talk].", "denied"),
    ("They left without [signing] the text.", "denied"),
    ("They fought on instead of [negotiating].", "denied"),
    ("There were no [talks] between them.", "denied"),
    ("There was a [meeting] in Oslo.", "happened"),
    ("The sides have yet to [meet].", "denied"),
    ("Both were too angry to [meet].", "denied"),
)

DEPENDING: tuple[tuple[str, Status], ...] = (
    ("The envoy refused to [sign] the text.", "denied"),
    ("The envoy declined to [meet] them.", "denied"),
    ("The envoy failed to [sign] the text.", "denied"),
    ("The envoy did not refuse to [sign] the text.", "possible"),
    ("The envoy may refuse to [sign] the text.", "possible"),
    ("The army denied [shelling] the port.", "denied"),
    ("The army denied that it had [shelled] the port.", "denied"),
    ("The army denies its troops [crossed] the river.", "denied"),
    ("The minister ruled out that Norland would [sign].", "denied"),
    ("The envoy managed to [sign] the text.", "happened"),
    ("The envoy did not manage to [sign] the text.", "denied"),
    ("The army began to [shell] the port.", "happened"),
    ("The army began [shelling] the port.", "happened"),
    ("The army continued to [shell] the port.", "happened"),
    ("The president agreed to [meet] the envoy.", "planned"),
    ("The president did not agree to [meet] the envoy.", "denied"),
    ("The president agreed not to [meet] the envoy.", "denied"),
    ("The president plans to [meet] the envoy.", "planned"),
    ("The president promised to [withdraw] the troops.", "planned"),
    ("The president is expected to [visit] Oslo.", "planned"),
    ("The president is not expected to [visit] Oslo.", "denied"),
    ("The president was due to [visit] Oslo.", "planned"),
    ("The president is set to [visit] Oslo.", "planned"),
    ("The president is ready to [meet] the envoy.", "planned"),
    ("The president is likely to [meet] the envoy.", "possible"),
    ("The president is unable to [meet] the envoy.", "denied"),
    ("The president wants to [meet] the envoy.", "possible"),
    ("The president does not want to [meet] the envoy.", "denied"),
    ("The rebels threatened to [attack] the port.", "possible"),
    ("The mediator urged both sides to [withdraw].", "possible"),
    ("The mediator asked Sudria to [release] the crew.", "possible"),
    ("The mediator demanded that Sudria [release] the crew.", "possible"),
    ("Norland offered to [host] the talks.", "possible"),
    ("Norland proposed that the ministers [meet] in Oslo.", "possible"),
    ("The envoy said that the sides had [met].", "happened"),
    ("The envoy said that the sides would [meet] on Friday.", "planned"),
    ("The envoy says the sides will [meet] on Friday.", "planned"),
    ("The envoy doubts that they [met].", "possible"),
    ("The envoy hopes that they [meet].", "possible"),
    ("The envoy fears that Sudria will [attack].", "possible"),
    ("It is possible that they [met].", "possible"),
    ("The envoy regretted [signing] the text.", "happened"),
    ("The envoy flew to Oslo to [meet] the rebels.", "planned"),
    ("The envoys met to [discuss] the truce.", "happened"),
    ("Speaking after [meeting] the rebels, the envoy smiled.", "happened"),
    ("The plan to [withdraw] was leaked.", "planned"),
    ("The refusal to [withdraw] angered them.", "denied"),
    ("The call to [withdraw] was ignored.", "possible"),
    ("Sudria is accused of [attacking] the convoy.", "possible"),
    ("The army allegedly [shelled] the port.", "possible"),
)

CONDITIONS: tuple[tuple[str, Status], ...] = (
    ("If the rebels [attack], Norland will respond.", "possible"),
    ("If the rebels attack, Norland will [respond].", "possible"),
    ("If they refused, Norland would [leave] the talks.", "possible"),
    ("Unless Sudria [withdraws], the talks are over.", "possible"),
    ("Nobody knows whether they [met].", "possible"),
    ("Had they [signed], the war would be over.", "possible"),
    ("When the ministers [meet], they will sign the text.", "planned"),
    ("When the ministers [met], they signed the text.", "happened"),
    ("Norland would have [signed] the text.", "possible"),
)

NOUNS: tuple[tuple[str, Status], ...] = (
    ("The [meeting] took place in Oslo.", "happened"),
    ("The [meeting] did not take place.", "denied"),
    ("The [meeting] will take place in May.", "planned"),
    ("The [meeting] will not take place.", "cancelled"),
    ("The [meeting] planned for Thursday in Oslo will not take place.", "cancelled"),
    ("The [meeting] may take place in May.", "possible"),
    ("The [meeting] was called off.", "cancelled"),
    ("Norland called off the [meeting].", "cancelled"),
    ("Norland cancelled the [meeting].", "cancelled"),
    ("Norland has not cancelled the [meeting].", "planned"),
    ("Norland threatened to cancel the [meeting].", "possible"),
    ("The [talks] were postponed.", "cancelled"),
    ("The [talks] were postponed until May.", "planned"),
    ("The negotiators have pushed their next [session] back to Monday.", "planned"),
    ("The [talks] are under way in Oslo.", "ongoing"),
    ("The [talks] are still going on.", "ongoing"),
    ("The [talks] ended on Monday.", "happened"),
    ("The [talks] failed.", "happened"),
    ("The [talks] could collapse.", "happened"),
    ("The two held [talks] in Oslo.", "happened"),
    ("The two will hold [talks] in Oslo.", "planned"),
    ("The two are holding [talks] in Oslo.", "ongoing"),
    ("The two did not hold [talks].", "denied"),
    ("The two refused to hold [talks].", "denied"),
    ("The two agreed to hold [talks].", "planned"),
    ("The mediator called for [talks].", "possible"),
    ("The mediator proposed [talks] in May.", "possible"),
    ("Norland rejected [talks] with the rebels.", "denied"),
    ("Norland ruled out [talks] with the rebels.", "denied"),
    ("There are plans for [talks] in May.", "planned"),
    ("The [talks], due on Monday, would be the first.", "planned"),
    ("The planned [talks] worry the rebels.", "planned"),
    ("The upcoming [summit] worries the rebels.", "planned"),
    ("The cancelled [summit] worries the rebels.", "cancelled"),
    ("The [talks] are scheduled for Monday.", "planned"),
    ("The [talks] are expected to begin on Monday.", "planned"),
    ("The [talks] held in Oslo lasted a week.", "happened"),
    ("The [talks] that will begin on Monday will be long.", "planned"),
    ("The [talks] to be held in Oslo will be long.", "planned"),
    ("The [attack] killed two people.", "happened"),
    ("Norland condemned the [attack].", "happened"),
    ("Norland will condemn the [attack].", "happened"),
    ("Norland did not condemn the [attack].", "happened"),
    ("Norland warned of an [attack].", "possible"),
    ("Norland prevented an [attack].", "denied"),
    ("The foiled [attack] alarmed the port.", "denied"),
    ("The alleged [attack] alarmed the port.", "possible"),
    ("The envoy spoke ahead of the [talks].", "planned"),
    ("The envoy spoke after the [talks].", "happened"),
    ("The envoy arrived for [talks] with the rebels.", "planned"),
    ("The envoy did not attend the [talks].", "happened"),
    ("The envoy will attend the [talks].", "planned"),
    ("The resumption of the [talks] was announced.", "happened"),
    ("The second round of [talks] took place in Oslo.", "happened"),
    ("Sudria rejected the [offer].", "happened"),
    ("The possibility of a [ceasefire] was discussed.", "possible"),
    ("A [ceasefire] has not been agreed.", "denied"),
    ("The sides failed to reach an [agreement].", "denied"),
    ("The sides reached an [agreement].", "happened"),
    ("The sides are close to an [agreement].", "possible"),
    ("In the event of an [attack] the bridge will be closed.", "possible"),
)


@pytest.mark.parametrize(("sentence", "status"), [*TENSE, *NEGATION, *DEPENDING, *CONDITIONS, *NOUNS])
def test_what_the_words_around_an_event_make_of_it(sentence: str, status: Status, syntax: Syntax) -> None:
    page, anchor = bracketed(sentence, syntax)

    assert status_of(page, anchor, WORDS) == status


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The [talks] begin on Friday.", "planned"),
        ("The ministers [meet] on Friday.", "planned"),
        ("The ministers are [meeting] on Friday.", "planned"),
        ("The ministers [met] on Monday.", "happened"),
        ("The [summit] is on Friday.", "planned"),
    ],
)
def test_what_lies_after_the_day_of_publication_is_planned(sentence: str, status: Status, syntax: Syntax) -> None:
    page, anchor = bracketed(sentence, syntax)
    times = laid_out(page.text, syntax)[1]

    assert status_of(page, anchor, WORDS, time=times[0], published=PUBLISHED) == status


def test_a_verb_in_the_past_happened_whatever_its_time_is_taken_for(syntax: Syntax) -> None:
    page, anchor = bracketed("The ministers [met] on Friday.", syntax)
    times = laid_out("They will meet on Friday.", syntax)[1]

    assert status_of(page, anchor, WORDS, time=times[0], published=date(2022, 1, 19)) == "happened"
