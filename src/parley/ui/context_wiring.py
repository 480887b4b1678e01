"""Who tells whom about the context window and about files: the composer, its meter and bar, the transcript."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from parley.domain.attachment import AttachmentKind
from parley.domain.events import PricesLoaded
from parley.domain.money import Usage
from parley.llm.image_tokens import attachment_tokens

from . import context_words as words
from .advice_bar import AdviceBar
from .attachment_files import AttachmentFiles
from .context_controller import ContextController
from .kit.money import money_text
from .kit.numbers import count_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.errors import Failure
    from parley.domain.events import AppEvent

    from .advice_bar import Advice
    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .estimate import Estimate
    from .links import Links
    from .main_window import MainWindow
    from .preferences import Preferences
    from .session import Session


class ContextWiring(QObject):
    """Connects what says how much is sent with what can be done about it. Owns nothing but the bar."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        engine: EngineThread,
        estimate: Estimate,
        links: Links,
        failed: Callable[[Failure], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composer = window.composer
        self._estimate = estimate
        self._bar = AdviceBar()
        self._bar.set_theme(window.theme)
        window.add_above_composer(self._bar)
        self._controller = ContextController(engine, session, conversation, preferences, estimate, self)
        self._files = AttachmentFiles(window, links, self)
        self._connect_estimate(session, conversation, engine)
        self._connect_controller(failed)
        self._connect_window(failed)

    # The page of connections

    def _connect_estimate(self, session: Session, conversation: ConversationController, engine: EngineThread) -> None:
        estimate, controller = self._estimate, self._controller
        estimate.measured.connect(controller.take_measure)
        session.messagesReplaced.connect(self._refresh)
        session.begun.connect(controller.move_on)
        session.settled.connect(estimate.learn)
        session.settled.connect(estimate.refresh)
        conversation.settingsChanged.connect(self._refresh)
        conversation.editBegan.connect(estimate.refresh)
        conversation.editDropped.connect(estimate.refresh)
        self._composer.attachmentsChanged.connect(self._take_attachments)
        engine.eventsArrived.connect(self._look_for_prices)

    def _connect_controller(self, failed: Callable[[Failure], None]) -> None:
        controller, header = self._controller, self._window.header
        controller.meterChanged.connect(self._composer.set_context)
        controller.advised.connect(self._advise)
        controller.largerModelWanted.connect(header.open_larger_models)
        controller.seeingModelWanted.connect(header.open_seeing_models)
        controller.filesUnwanted.connect(self._composer.remove_attachments)
        controller.leftOutChanged.connect(self._window.transcript.left_out.show)
        controller.failed.connect(failed)
        self._bar.chosen.connect(controller.choose)
        self._bar.closed.connect(controller.close)

    def _connect_window(self, failed: Callable[[Failure], None]) -> None:
        self._composer.contextPressed.connect(self._open_choices)
        self._window.transcript.left_out.undoRequested.connect(self._controller.send_all_again)
        self._window.transcript.attachmentRequested.connect(self._files.do)
        self._files.failed.connect(failed)

    # What happens

    def _refresh(self, _what: object = None) -> None:
        self._controller.refresh()
        self._estimate.refresh()
        self._composer.set_price_of(self._price_of)

    def _take_attachments(self) -> None:
        attachments = self._composer.attachments()
        self._estimate.set_attachments(attachments)
        self._controller.take_attachments(attachments)

    def _look_for_prices(self, events: Sequence[AppEvent]) -> None:
        if any(isinstance(event, PricesLoaded) for event in events):
            self._composer.set_price_of(self._price_of)

    def _advise(self, advice: Advice | None) -> None:
        self._bar.show_advice(advice)
        self._composer.set_blocked(advice.blocks if advice else "")

    def _price_of(self, attachment: Attachment) -> str:
        """As in "765 tokens · $0.0019"; nothing for a text, which the line under the composer counts exactly."""
        facts = self._estimate.facts()
        if attachment.kind is AttachmentKind.TEXT or words.is_useless(attachment, facts):
            return ""
        tokens = attachment_tokens(attachment, facts.name)
        said = [self.tr("about {tokens} tokens").format(tokens=count_text(tokens))]
        cost = self._estimate.prices.cost(facts.name, Usage(tokens, 0))
        if cost is not None:
            said.append(money_text(cost))
        return " · ".join(said)

    def _open_choices(self, meter: QWidget) -> None:
        """What can be done about the window at any time, under the meter."""
        menu = QMenu(meter)
        menu.aboutToHide.connect(menu.deleteLater)
        for choice, label in self._controller.choices():
            menu.addAction(label, partial(self._controller.choose, choice))
        if not menu.actions():
            menu.addAction(self.tr("There is nothing to leave out yet")).setEnabled(False)
        if self._controller.leaves_out:
            menu.addSeparator()
            menu.addAction(self.tr("Send everything again"), self._controller.send_all_again)
        menu.popup(meter.mapToGlobal(meter.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))
