from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtNetwork import QHostAddress, QNetworkInformation, QNetworkInterface

from parley.ui.offline import _is_nearby
from parley.ui.reachability import Reach, Reachability

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def test_the_system_says_how_far_it_reaches(qtbot: QtBot) -> None:
    del qtbot
    reachability = Reachability()
    reachability.start()
    assert reachability.system_says == QNetworkInformation.loadDefaultBackend()


def test_a_failure_counts_only_where_the_system_is_silent(qtbot: QtBot) -> None:
    del qtbot
    spoken, silent = Reachability(), Reachability()
    spoken.start()
    reach = spoken.reach
    for one in (spoken, silent):
        one.note_failure()
    assert spoken.reach is (reach if spoken.system_says else Reach.NOWHERE)
    assert silent.reach is Reach.NOWHERE


def test_another_address_of_this_computer_ends_what_a_failure_began(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system is silent: only what this computer knows of itself is looked at."""
    reachability = Reachability()
    reachability._timer.setInterval(5)
    reachability.note_failure()
    qtbot.wait(30)
    assert reachability._timer.isActive()
    monkeypatch.setattr(QNetworkInterface, "allAddresses", lambda: [QHostAddress("192.0.2.7")])
    with qtbot.waitSignal(reachability.changed):
        pass
    assert reachability.reach is Reach.INTERNET
    assert not reachability._timer.isActive()


def test_online_nothing_is_looked_at() -> None:
    assert not Reachability()._timer.isActive()


def test_each_change_says_that_the_network_is_another(qtbot: QtBot) -> None:
    reachability = Reachability()
    with qtbot.waitSignals([reachability.networkChanged, reachability.changed]):
        reachability.set_reach(Reach.NOWHERE)
    with qtbot.assertNotEmitted(reachability.networkChanged):
        reachability.set_reach(Reach.NOWHERE)


def test_what_may_be_in_the_same_network() -> None:
    near = ("gateway", "box.local", "10.0.0.7", "192.168.1.2", "fe80::1", "llm.internal")
    assert [host for host in near if not _is_nearby(host)] == []
    assert [host for host in ("api.openai.com", "8.8.8.8") if _is_nearby(host)] == []
