"""Verbale reads the news about a negotiation and keeps the minutes."""
