"""Whatever is done in whatever order, the store holds what a plain Python model says it holds."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule
from tests.store.talk import ask, settle

from parley.domain.chat_settings import ChatSettings
from parley.store.clean import clean
from parley.store.store import Store

ANY_TEXT = st.text(alphabet=st.characters(), max_size=30)  # lone surrogates and NUL included
WORDS = st.sampled_from(["bread", "butter", "Käse", "北京烤鸭", "ภาษาไทย", "don't"])
TEXT = st.one_of(ANY_TEXT, WORDS)


@dataclass
class Node:
    """A message of the model."""

    id: int
    parent: Node | None
    text: str
    children: list[Node] = field(default_factory=list)
    shown: Node | None = None


@dataclass
class Chat:
    """A conversation of the model; the root stands for "before the first message"."""

    id: int
    title: str = ""
    mine: bool = False
    trashed: bool = False
    root: Node = field(default_factory=lambda: Node(0, None, ""))

    def shown(self) -> list[Node]:
        path, at = [], self.root.shown
        while at is not None:
            path.append(at)
            at = at.shown
        return path

    def all(self) -> list[Node]:
        return below(self.root)[1:]


def below(node: Node) -> list[Node]:
    return [node, *(one for child in node.children for one in below(child))]


def show(node: Node) -> None:
    while node.parent is not None:
        node.parent.shown = node
        node = node.parent


class Library(RuleBasedStateMachine):
    chats = Bundle("chats")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = self.opened()
        self.model: dict[int, Chat] = {}

    def opened(self) -> Store:
        return Store.open(self.folder / "data" / "parley.db", self.folder / "data" / "backups")

    def teardown(self) -> None:
        assert self.store.rows("PRAGMA integrity_check") == [("ok",)]
        assert self.store.rows("PRAGMA foreign_key_check") == []
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(target=chats)
    def create(self) -> Chat:
        made = Chat(self.store.create_conversation(ChatSettings()).id)
        self.model[made.id] = made
        return made

    @rule(chat=chats, text=TEXT, reply=TEXT, data=st.data())
    def send(self, chat: Chat, text: str, reply: str, data: st.DataObject) -> None:
        """Anywhere in the tree: at the end it is a next message, elsewhere an edited one."""
        parent = data.draw(st.sampled_from([chat.root, *chat.all(), *chat.shown()[-1:] * 3]))
        answer = ask(self.store, chat.id, text, reply, parent=parent.id or None)
        question = self.hang(parent, answer.parent_id or 0, text)
        show(self.hang(question, answer.id, reply))

    @rule(chat=chats, reply=TEXT, data=st.data())
    def regenerate(self, chat: Chat, reply: str, data: st.DataObject) -> None:
        if chat.all():
            question = data.draw(st.sampled_from(chat.all()))
            answer = self.store.begin_answer(question.id, model="m")
            self.store.save_partial(answer.id, reply[:3])
            settle(self.store, answer.id, reply)
            show(self.hang(question, answer.id, reply))

    @rule(chat=chats, step=st.sampled_from([-1, 1]), data=st.data())
    def step(self, chat: Chat, step: int, data: st.DataObject) -> None:
        if chat.all():
            node = data.draw(st.sampled_from(chat.all()))
            siblings = node.parent.children if node.parent else []
            chosen = siblings[max(0, min(siblings.index(node) + step, len(siblings) - 1))]
            assert self.store.step_branch(node.id, step) == chosen.id
            show(chosen)

    @rule(chat=chats, undo=st.booleans(), data=st.data())
    def delete_branch(self, chat: Chat, undo: bool, data: st.DataObject) -> None:
        if not chat.all():
            return
        node = data.draw(st.sampled_from(chat.all()))
        assert self.store.branch_size(node.id) == len(below(node))
        taken = self.store.delete_branch(node.id)
        assert node.parent is not None
        siblings = [one for one in node.parent.children if one is not node]
        if undo:
            self.store.restore_branch(taken)
            self.store.choose_branch(node.id)
            show(node)
            self.follow_store(chat)
            return
        node.parent.children = siblings
        node.parent.shown = siblings[-1] if siblings else None
        if siblings:
            show(siblings[-1])

    @rule(chat=chats, title=TEXT)
    def rename(self, chat: Chat, title: str) -> None:
        self.store.rename(chat.id, title)
        chat.title, chat.mine = clean(title), True

    @rule(chat=chats, title=TEXT)
    def name_by_itself(self, chat: Chat, title: str) -> None:
        self.store.set_automatic_title(chat.id, title)
        if not chat.mine:
            chat.title = clean(title)

    @rule(chat=chats)
    def trash(self, chat: Chat) -> None:
        self.store.trash([chat.id])
        chat.trashed = True

    @rule(chat=chats)
    def undo_trash(self, chat: Chat) -> None:
        self.store.restore([chat.id])
        chat.trashed = False

    @rule(chat=consumes(chats))
    def delete_forever(self, chat: Chat) -> None:
        self.store.delete_forever([chat.id])
        del self.model[chat.id]

    @rule(word=WORDS)
    def search(self, word: str) -> None:
        found = {row.id for row in self.store.search(word, 1000)}
        wanted = {
            chat.id
            for chat in self.model.values()
            if not chat.trashed and any(word in text for text in (chat.title, *(node.text for node in chat.all())))
        }
        assert wanted <= found

    @rule(target=chats)
    def reopen(self) -> object:
        self.store.close()
        self.store = self.opened()
        assert self.store.recovery is None
        return multiple()

    @invariant()
    def the_same_conversations(self) -> None:
        for trashed in (False, True):
            stored = {row.id: row.title for row in self.store.conversations(limit=1000, trashed=trashed)}
            assert stored == {chat.id: chat.title for chat in self.model.values() if chat.trashed == trashed}

    @invariant()
    def the_same_messages(self) -> None:
        for chat in self.model.values():
            stored = self.store.messages(chat.id)
            shown = chat.shown()
            assert [(m.id, m.text) for m in stored] == [(node.id, clean(node.text)) for node in shown]
            places = [
                (node.parent.children.index(node) + 1, len(node.parent.children)) for node in shown if node.parent
            ]
            assert [(m.position, m.siblings) for m in stored] == places

    def hang(self, parent: Node, ident: int, text: str) -> Node:
        node = Node(ident, parent, text)
        parent.children.append(node)
        return node

    def follow_store(self, chat: Chat) -> None:
        """After a branch came back, which of its ends is shown is the store's choice; all of it must be there."""
        known = {node.id: node for node in chat.all()}
        for message in self.store.messages(chat.id):
            show(known[message.id])
        for node in below(known[self.store.messages(chat.id)[-1].id]):
            node.shown = None


Library.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestLibrary = Library.TestCase
