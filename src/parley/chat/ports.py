"""What the engine needs from the outside. `store`, `llm` and `keys` fit these by shape; `app` puts them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from contextlib import AbstractContextManager

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings
    from parley.domain.events import Checked, CompletionEvent
    from parley.domain.message import Conversation, Message
    from parley.domain.request import CompletionRequest, Service


class TurnStore(Protocol):
    """The writing side of the store, as a turn uses it. Every method is one transaction and raises AppError."""

    def transaction(self) -> AbstractContextManager[None]:
        """Make one transaction of all that is written within."""
        ...

    def create_conversation(self, settings: ChatSettings) -> Conversation: ...

    def conversation(self, conversation_id: int) -> Conversation: ...

    def begin_turn(
        self,
        conversation_id: int,
        *,
        text: str,
        attachments: Sequence[Attachment],
        parent_id: int | None,
        model: str,
    ) -> tuple[Message, Message]:
        """Commit, synced, the person's message under `parent_id` and an empty streaming answer under it."""
        ...

    def begin_answer(self, question_id: int, *, model: str, shown: bool = True) -> Message:
        """Commit another empty streaming answer under the message `question_id` (regenerate, retry).

        `shown` False: the branch on the screen stays the one it is.
        """
        ...

    def path_to(self, message_id: int) -> list[Message]:
        """The messages from the root down to and including `message_id`, attachments loaded."""
        ...

    def save_partial(self, answer_id: int, text: str) -> None: ...

    def settle(self, answer: Message) -> Message:
        """Write the end of a turn: what `answer` has come to. Returns it as it now stands."""
        ...

    def set_automatic_title(self, conversation_id: int, title: str) -> Conversation:
        """Give the conversation a title unless the person wrote one; return it as it now stands."""
        ...

    def spent_since(self, moment: int) -> int:
        """Micro-dollars of all answers made since `moment` (milliseconds since 1970)."""
        ...


class Completions(Protocol):
    """A service that answers. One per service and key."""

    def stream(self, request: CompletionRequest) -> AsyncIterator[CompletionEvent]:
        """Stream one answer. Raises AppError, and nothing else but CancelledError."""
        ...

    async def check(self, request: CompletionRequest, text: str) -> Checked | None:
        """Whether `text` is the JSON that `request` asks for; None where it asks for none."""
        ...

    async def models(self) -> tuple[str, ...]:
        """The models this account can use. Free: also the check of a key. Raises AppError."""
        ...

    async def close(self) -> None: ...


class Connections(Protocol):
    """Opens services: finds the key, starts the practice model, builds the client."""

    async def open(self, service: Service) -> Completions:
        """The client for `service`, kept and reused. Raises AppError (no key, locked keyring, no practice model)."""
        ...
