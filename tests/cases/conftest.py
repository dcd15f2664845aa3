"""Prints how many of the labelled cases pass, those that are known to fail included in the count."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line with the pass rate, after a run that read cases."""
    outcomes = {
        key: sum("test_the_record_holds" in getattr(report, "nodeid", "") for report in reports)
        for key, reports in terminalreporter.stats.items()
    }
    passed, total = outcomes.get("passed", 0), sum(outcomes.values())
    if total:
        terminalreporter.write_line(f"labelled cases: {passed} of {total} pass ({100 * passed / total:.0f} %)")
