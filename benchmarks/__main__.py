"""`python -m benchmarks`: everything that is measured, in one table a kind."""

# The processes of the section on speed import this file too, and must hold no more than what they measure.
if __name__ == "__main__":
    from benchmarks.command import app

    app()
