"""The first form of a dossier."""

import sqlalchemy as sa
from alembic import op

from verbale.dossier.store.fulltext import make_index

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables and the index of words."""
    _what_is_kept()
    _entries()
    _what_finds_them()
    make_index(op.get_bind())


def _what_is_kept() -> None:
    """Articles with their records, and the word of people and of the machine."""
    op.create_table(
        "articles",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False, unique=True),
        sa.Column("page", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("witness", sa.Integer, nullable=False),
        sa.Column("version_of", sa.Integer),
        sa.Column("replaced_by", sa.Integer),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_index("articles_page", "articles", ["page"])
    op.create_index("articles_published", "articles", ["published"])
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("left_article", sa.Integer, nullable=False),
        sa.Column("left_entry", sa.String(32), nullable=False),
        sa.Column("right_article", sa.Integer, nullable=False),
        sa.Column("right_entry", sa.String(32), nullable=False),
        sa.Column("same", sa.Boolean, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
    )
    op.create_index("judgements_left", "judgements", ["left_article", "left_entry"])
    op.create_index("judgements_right", "judgements", ["right_article", "right_entry"])
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("entry", sa.String(32), nullable=False),
        sa.Column("action", sa.String(8), nullable=False),
        sa.Column("field", sa.String(32)),
        sa.Column("value", sa.Text),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
    )
    op.create_index("corrections_fingerprint", "corrections", ["fingerprint"])


def _entries() -> None:
    """The entries of the records, their parties, and what is one of them."""
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), nullable=False),
        sa.Column("entry", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("thread", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("day", sa.Date),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("quoted", sa.Text, nullable=False),
        sa.Column("proof", sa.Text, nullable=False),
        sa.Column("named", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("located", sa.Text),
        sa.Column("background", sa.Integer),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
        sa.Column("corrected", sa.Boolean, nullable=False),
        sa.Column("rejected", sa.Boolean, nullable=False),
    )
    op.create_index("entries_article", "entries", ["article", "entry"], unique=True)
    op.create_index("entries_thread", "entries", ["thread"])
    op.create_index("entries_kind_day", "entries", ["kind", "day"])
    op.create_index("entries_queue", "entries", ["seen", "confidence"])
    op.create_table(
        "entry_parties",
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), primary_key=True),
        sa.Column("entity", sa.String(32), primary_key=True),
        sa.Column("party", sa.Integer, nullable=False),
    )
    op.create_index("entry_parties_party", "entry_parties", ["party", "entry"])
    op.create_table(
        "threads",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("reports", sa.Integer, nullable=False),
    )
    op.create_index("threads_kind_day", "threads", ["kind", "day"])


def _what_finds_them() -> None:
    """By what entities, copies and repeated paragraphs are looked for."""
    op.create_table(
        "keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("entry", sa.Integer, sa.ForeignKey("entries.number"), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_index("keys_entry", "keys", ["entry"])
    op.create_table(
        "bands",
        sa.Column("band", sa.String(40), primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
    )
    op.create_index("bands_article", "bands", ["article"])
    op.create_table(
        "paragraphs",
        sa.Column("digest", sa.String(32), primary_key=True),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.number"), primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
    )
    op.create_index("paragraphs_article", "paragraphs", ["article"])
