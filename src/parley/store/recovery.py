"""Mending a damaged database."""
from __future__ import annotations
from dataclasses import dataclass
from pathlib import Path

@dataclass(frozen=True, slots=True)
class RecoveryReport:
    reason: str = ""

def mend(database: Path, backups: Path, reason: str) -> RecoveryReport:
    raise NotImplementedError
