"""How much there is, and in how many articles a thread is told, from the indexes alone."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the two indexes; one of them in the place of a narrower one."""
    op.drop_index("entries_thread", "entries")
    op.create_index("entries_thread", "entries", ["thread", "rejected", "article"])
    op.create_index("articles_extent", "articles", ["outlet", "witness", "published"])
