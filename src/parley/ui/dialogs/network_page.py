"""The way to the service: the proxy, the patience, and which variables of the environment have no say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from parley.domain.network import NetworkReport, ProxyKind, proxy_url
from parley.domain.settings import PROXY, PROXY_ADDRESS, PROXY_USER, THINKING_MINUTES, Settings
from parley.ui.dialogs.proxy_login import ProxyLogin
from parley.ui.dialogs.setting_row import SettingRow
from parley.ui.failure_words import readable_fact
from parley.ui.kit.cards import Notice
from parley.ui.kit.fields import Field
from parley.ui.kit.labels import Label
from parley.ui.theme import MEDIUM, SMALL, TINY


class NetworkPage(QWidget):
    """Says each change that can be used at once; an address that is none is said to be, and kept out of use."""

    settingChanged = Signal(str, object)
    passwordEntered = Signal(str)  # for the proxy as it is set now; "": forget it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proxy = SettingRow(PROXY)
        self.address = QLineEdit()
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.address.setPlaceholderText("proxy.example.com:8080")
        self._field = Field(
            self.tr("Address of the proxy"),
            self.address,
            self.tr("With its port, as in proxy.example.com:8080 or socks5://127.0.0.1:1080."),
        )
        self.login = ProxyLogin()
        self.thinking = SettingRow(THINKING_MINUTES)
        self._way = Label(look="small")
        self._used = ""  # the proxy that requests go through
        self.ignored = Notice()
        self._lay_out()
        for row in (self.proxy, self.thinking):
            row.changed.connect(self._say)
        self.address.editingFinished.connect(self._take_address)
        self.address.textEdited.connect(lambda: self._field.set_problem(""))
        self.login.userChanged.connect(lambda name: self.settingChanged.emit(PROXY_USER.key, name))
        self.login.passwordEntered.connect(self.passwordEntered)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.proxy)
        column.addWidget(self._field)
        column.addWidget(self.login)
        column.addWidget(self._way)
        column.addWidget(self.ignored)
        column.addSpacing(SMALL)
        column.addWidget(self.thinking)
        column.addSpacing(SMALL)
        safe = QVBoxLayout()
        safe.setSpacing(TINY)
        safe.addWidget(Label(self.tr("Safe connections"), look="strong"))
        text = self.tr(
            "Parley trusts the certificates this computer trusts, so a company's own authority works once it is "
            "installed in the system. A connection that is not safe is never made, and there is no way round that."
        )
        safe.addWidget(Label(text, look="small"))
        column.addLayout(safe)
        self.ignored.hide()
        self._way.hide()

    def set_settings(self, settings: Settings) -> None:
        """Show these settings. Says nothing."""
        self.proxy.set_value(settings[PROXY])
        self.thinking.set_value(settings[THINKING_MINUTES])
        if not self.address.hasFocus():
            self.address.setText(settings[PROXY_ADDRESS])
        self.login.set_user(settings[PROXY_USER])
        self._show_address(settings[PROXY] == ProxyKind.MANUAL.value)

    def set_report(self, report: NetworkReport) -> None:
        """Show which way requests go now, and what nobody listens to."""
        self._used = report.proxy
        self._way.setText(self._way_text(report) if report.proxy else "")
        self._show_address(not self._field.isHidden())
        self.login.set_state(report.password_place, report.password_problem)
        said = self.tr("These variables of the environment are ignored: {names}.")
        self.ignored.show_text(said.replace("{names}", ", ".join(report.ignored)))
        self.ignored.setVisible(bool(report.ignored))

    def _way_text(self, report: NetworkReport) -> str:
        way = self.tr("Requests go through the proxy {proxy}.").replace("{proxy}", readable_fact(report.proxy))
        login = self.tr("If it asks for a user name and password, choose “This one:” above to enter them.")
        if not report.followed:
            return f"{way} {login}"
        named = self.tr("The environment names it: {names}.").replace("{names}", ", ".join(report.followed))
        return f"{way} {named} {login}"

    def _say(self, key: str, value: object) -> None:
        if key == PROXY.key:
            manual = value == ProxyKind.MANUAL.value
            self._show_address(manual)
        self.settingChanged.emit(key, value)
        if key == PROXY.key and value == ProxyKind.MANUAL.value and not self.address.text():
            self._begin_with(self._used)

    def _begin_with(self, address: str) -> None:
        """Who chooses a proxy where the system named one may only want to log in there."""
        self.address.setText(address)
        self.address.setFocus()
        if address:
            self._take_address()

    def _show_address(self, manual: bool) -> None:
        self._field.setVisible(manual)
        self.login.setVisible(manual)
        self._way.setVisible(bool(self._way.text()) and not manual)

    def _take_address(self) -> None:
        text = self.address.text().strip()
        if proxy_url(text) is None and text:
            problem = self.tr("This is not the address of a proxy. It needs a port, and no name or password in it.")
            self._field.set_problem(problem)
            return
        self._field.set_problem("")
        self.settingChanged.emit(PROXY_ADDRESS.key, text)


OWN_SETTINGS = frozenset({PROXY.key, THINKING_MINUTES.key})
"""What this page shows itself, in its own order."""
