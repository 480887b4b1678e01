"""Parley: a native desktop chat application for the OpenAI API."""

__version__ = "0.1.0"
