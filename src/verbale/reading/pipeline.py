"""Reading, as a table of contents: one article in, its record out, a stage a line."""

from verbale.article import Article, is_readable
from verbale.reading.anchors import anchor, published_from_text, said_at
from verbale.reading.assemble import assemble
from verbale.reading.attributions import find_attributions
from verbale.reading.documents import find_documents
from verbale.reading.entities import find_entities
from verbale.reading.events import Judge, Lore, find_events
from verbale.reading.forecasts import Outlook, find_forecasts
from verbale.reading.matter import is_clearly_about
from verbale.reading.mentions import find_mentions
from verbale.reading.moves import find_moves, with_acts
from verbale.reading.named import Named
from verbale.reading.offices import Facts, find_offices
from verbale.reading.page import lay_out
from verbale.reading.positions import find_positions
from verbale.reading.provisions import find_provisions
from verbale.reading.quotes import find_quotes
from verbale.reading.rounds import find_rounds
from verbale.reading.scores import score
from verbale.reading.speakers import find_speakers
from verbale.reading.statements import make_statements
from verbale.reading.times import find_times
from verbale.reading.tools import Tools
from verbale.reading.voices import hear
from verbale.record import Record


def read(article: Article, tools: Tools) -> Record:
    """What one article says about a negotiation, each entry with the sentence that proves it.

    Pure: the same article gives the same record, byte for byte. An article that isn't English, or has no text,
    gives a record without entries and a warning.
    """
    if not is_readable(article):
        return assemble(article)
    words, registry = tools.lexicon, tools.registry
    page = lay_out(article, tools.syntax)
    scores = score(page, tools.encoder)
    quotes = find_quotes(page)
    phrases = find_times(page, scores, words.time)
    published = article.published or published_from_text(page, phrases)
    times = anchor(page, phrases, published)
    mentions = find_mentions(page, registry, words.people)
    parties = find_entities(page, mentions, registry, words.people, scores.states)
    facts = Facts(registry, words.offices, times, published)
    entities = find_offices(page, mentions, parties, words.people, facts)
    attributions = find_attributions(page, scores, quotes, words.speech)
    speakings = find_speakers(page, attributions, entities, words.people)
    entities = hear(mentions, tuple(zip(attributions, speakings, strict=True)), entities, words.people)
    dates = said_at(page, times, attributions)
    told = tuple(zip(attributions, speakings, dates, strict=True))
    statements = make_statements(page, told, quotes, words.speech)
    judge = Judge(page.text, scores.states, tools.event_types)
    lore = Lore(words.events, words.status, published, judge, registry)
    events = find_events(page, entities, times, statements, lore)
    named = Named(page, entities, times)
    about = is_clearly_about(page, words.moves.matter.words)
    documents = find_documents(page, named, words.documents, about=about)
    moves = find_moves(page, named, statements, words.moves)
    statements = with_acts(statements, moves)
    return assemble(
        article,
        published=published,
        entities=entities,
        times=times,
        statements=statements,
        events=events,
        rounds=find_rounds(page, named, (events, documents), words.rounds, about=about),
        documents=documents,
        provisions=find_provisions(page, named, (documents, statements), words.deontics, about=about),
        moves=moves,
        forecasts=find_forecasts(page, named, statements, Outlook(words.hedges, words.moves)),
        positions=find_positions(page, named, statements, moves, words.moves),
    )
