"""What is looked for comes by day, without all that is found being sorted first."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the index."""
    op.create_index("entries_day", "entries", ["day", "number"])
