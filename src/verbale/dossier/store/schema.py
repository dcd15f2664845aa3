"""The tables of a dossier. What is kept, and what is an index over it.

Kept: `articles` (each with its whole record), `judgements`, `corrections`. The rest follows from them. A change here
needs a migration beside it; a test compares the two.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

METADATA = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment, in UTC; SQLite keeps no zone with it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 its base's
        """As it is kept. One without a zone is taken as UTC."""
        return value.astimezone(UTC) if value is not None and value.tzinfo else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 its base's
        """As it is given back."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


ARTICLES = Table(
    "articles",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("page", Text),  # its address, or its outlet and id: versions of one page share it
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Date),
    Column("witness", Integer, nullable=False),
    Column("version_of", Integer),
    Column("replaced_by", Integer),
    Column("added", Moment, nullable=False),
    Column("record", LargeBinary, nullable=False),  # its JSON, packed by zlib
    Index("articles_page", "page"),
    Index("articles_published", "published"),
    Index("articles_extent", "outlet", "witness", "published"),
)

ENTRIES = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), nullable=False),
    Column("entry", String(32), nullable=False),  # its id in the record
    Column("kind", String(16), nullable=False),
    Column("thread", Integer, nullable=False),  # the number of the first entry that is the same thing
    Column("place", Integer, nullable=False),  # where its proof begins in the text
    Column("first_day", Date),
    Column("last_day", Date),
    Column("day", Date),  # its first day or, where it has none, that of publication
    Column("words", Text, nullable=False),
    Column("quoted", Text, nullable=False),
    Column("proof", Text, nullable=False),  # a JSON array of sentences
    Column("named", Text, nullable=False),  # a JSON object: entity id → what is known of it
    Column("body", Text, nullable=False),  # the record's entry as JSON, corrections laid over
    Column("located", Text),  # the name of its place, in lower case
    Column("background", Integer),  # the number of the entry whose paragraph it repeats
    Column("confidence", Float, nullable=False),
    Column("seen", Boolean, nullable=False, default=False),  # a person has corrected or accepted it
    Column("corrected", Boolean, nullable=False, default=False),
    Column("rejected", Boolean, nullable=False, default=False),
    Index("entries_article", "article", "entry", unique=True),
    Index("entries_thread", "thread", "rejected", "article"),
    Index("entries_kind_day", "kind", "day"),
    Index("entries_day", "day", "number"),
    Index("entries_queue", "seen", "confidence"),
)

ENTRY_PARTIES = Table(
    "entry_parties",
    METADATA,
    Column("entry", Integer, ForeignKey("entries.number"), primary_key=True),
    Column("entity", String(32), primary_key=True),  # its id in the record
    Column("party", Integer, nullable=False),  # the thread of that entity
    Index("entry_parties_party", "party", "entry"),
)

THREADS = Table(
    "threads",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("day", Date),  # the earliest of its entries' days
    Column("reports", Integer, nullable=False),
    Index("threads_kind_day", "kind", "day"),
)

KEYS = Table(
    "keys",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("entry", Integer, ForeignKey("entries.number"), primary_key=True),
    Column("name", Text, nullable=False),
    Index("keys_entry", "entry"),
)
"""By what an entity is looked for: of one party, an entry for each of its names."""

BANDS = Table(
    "bands",
    METADATA,
    Column("band", String(40), primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    Index("bands_article", "article"),
)

PARAGRAPHS = Table(
    "paragraphs",
    METADATA,
    Column("digest", String(32), primary_key=True),
    Column("article", Integer, ForeignKey("articles.number"), primary_key=True),
    Column("start", Integer, nullable=False),
    Index("paragraphs_article", "article"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("left_article", Integer, nullable=False),
    Column("left_entry", String(32), nullable=False),
    Column("right_article", Integer, nullable=False),
    Column("right_entry", String(32), nullable=False),
    Column("same", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("withdrawn", Boolean, nullable=False, default=False),
    Index("judgements_left", "left_article", "left_entry"),
    Index("judgements_right", "right_article", "right_entry"),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("entry", String(32), nullable=False),
    Column("action", String(8), nullable=False),
    Column("field", String(32)),
    Column("value", Text),
    Column("words", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("withdrawn", Boolean, nullable=False, default=False),
    Index("corrections_fingerprint", "fingerprint"),
)
