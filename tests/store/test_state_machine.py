"""Whatever is done in whatever order, the store holds what a plain Python model says it holds."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, multiple, rule
from tests.store.talk import ask, settle

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ChatSettings
from parley.domain.library_changes import DeleteBranch, Rename
from parley.domain.message import Status
from parley.store.clean import clean
from parley.store.store import Store

DATA = b"What was attached"
DIGEST = hashlib.sha256(DATA).hexdigest()
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
    draft: tuple[str, tuple[Attachment, ...]] = ("", ())
    scroll: int = 0
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

    @rule(chat=chats, more=TEXT, data=st.data())
    def continue_answer(self, chat: Chat, more: str, data: st.DataObject) -> None:
        """Another answer that begins with all of one there is; that one stays.

        It goes on with a new word: only where a word begins is one found.
        """
        answers = [node for node in chat.all() if node.parent is not None and node.parent.id]
        if answers:
            old = data.draw(st.sampled_from(answers))
            assert old.parent is not None
            answer = self.store.begin_answer(old.parent.id, model="m")
            text = f"{old.text} {more}"
            settle(self.store, answer.id, text)
            show(self.hang(old.parent, answer.id, text))

    @rule(chat=chats, text=TEXT, partial=TEXT, data=st.data())
    def break_off(self, chat: Chat, text: str, partial: str, data: st.DataObject) -> None:
        """Parley is killed in mid-answer and started again."""
        parent = data.draw(st.sampled_from([chat.root, *chat.shown()[-1:]]))
        question, answer = self.store.begin_turn(
            chat.id, text=text, attachments=[], parent_id=parent.id or None, model="m"
        )
        self.store.save_partial(answer.id, partial)
        show(self.hang(self.hang(parent, question.id, text), answer.id, partial))
        self.reopen()
        assert self.store.mark_interrupted() == 1
        assert self.store.message(answer.id).status is Status.INCOMPLETE
        assert self.store.mark_interrupted() == 0

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

    @rule(chat=chats, data=st.data())
    def delete_branch_and_undo(self, chat: Chat, data: st.DataObject) -> None:
        """As the window does it: what was shown is shown again, and doing it once more takes the same away."""
        if not chat.all():
            return
        node = data.draw(st.sampled_from(chat.shown() or chat.all()))
        before = self.store.messages(chat.id)
        back = self.store.change_library(DeleteBranch(node.id))
        again = self.store.change_library(back)
        assert again == DeleteBranch(node.id, len(below(node)))
        if chat.shown():
            assert self.store.messages(chat.id) == before
        self.follow_store(chat)
        self.forget_hidden_pointers(node)

    @rule(chat=chats, title=TEXT)
    def rename_and_undo(self, chat: Chat, title: str) -> None:
        back = self.store.change_library(Rename(chat.id, title))
        assert self.store.conversation(chat.id).title == clean(title)
        self.store.change_library(back)
        assert self.store.conversation(chat.id).title_is_mine == chat.mine

    @rule(chat=chats, text=TEXT, names=st.lists(TEXT, max_size=2))
    def write_draft(self, chat: Chat, text: str, names: list[str]) -> None:
        attachments = tuple(Attachment(AttachmentKind.TEXT, clean(name), "text/plain", DATA, DIGEST) for name in names)
        self.store.save_draft(chat.id, text, attachments)
        chat.draft = (clean(text), attachments)

    @rule(chat=chats, place=st.integers(0, 2**40))
    def scroll(self, chat: Chat, place: int) -> None:
        self.store.save_scroll(chat.id, place)
        chat.scroll = place

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

    @rule(word=WORDS)
    def search_messages(self, word: str) -> None:
        """All that is there is found, and nothing in what was deleted or put into the trash."""
        there = {node.id: node.text for chat in self.model.values() if not chat.trashed for node in chat.all()}
        found = {one.message_id for one in self.store.search_messages(word, 1000)}
        assert found <= set(there)
        assert {ident for ident, text in there.items() if word in text} <= found

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
    def the_same_drafts_and_places(self) -> None:
        for chat in self.model.values():
            kept = self.store.draft(chat.id), tuple(self.store.draft_attachments(chat.id))
            assert (kept, self.store.scroll(chat.id)) == (chat.draft, chat.scroll)

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

    def forget_hidden_pointers(self, node: Node) -> None:
        """Off the shown path, a branch that came back shows nothing below a message until it is looked at."""
        shown = {message.id for message in self.store.messages(self.store.message(node.id).conversation_id)}
        for one in below(node):
            if one.id not in shown:
                one.shown = None


Library.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestLibrary = Library.TestCase
