"""The one table of errors: for each cause what is said, what to do, and which button does it (product.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import Action, Cause
from .file_remedies import FILE_REMEDIES
from .remedy import Remedy
from .words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

# lupdate reads only literal QT_TRANSLATE_NOOP calls, hence the long form here and below.
ACTION_LABELS: Mapping[Action, str] = {
    Action.ENTER_KEY: QT_TRANSLATE_NOOP("Errors", "Enter key"),
    Action.OPEN_BILLING: QT_TRANSLATE_NOOP("Errors", "Open billing page"),
    Action.CHOOSE_MODEL: QT_TRANSLATE_NOOP("Errors", "Choose another model"),
    Action.STOP_WAITING: QT_TRANSLATE_NOOP("Errors", "Stop waiting"),
    Action.DROP_OLDEST: QT_TRANSLATE_NOOP("Errors", "Leave out the oldest messages"),
    Action.CONTINUE: QT_TRANSLATE_NOOP("Errors", "Continue"),
    Action.RAISE_LIMIT: QT_TRANSLATE_NOOP("Errors", "Raise the limit and retry"),
    Action.EDIT_MESSAGE: QT_TRANSLATE_NOOP("Errors", "Edit message"),
    Action.DETAILS: QT_TRANSLATE_NOOP("Errors", "Details"),
    Action.RETRY: QT_TRANSLATE_NOOP("Errors", "Retry"),
    Action.TRY_AGAIN: QT_TRANSLATE_NOOP("Errors", "Try again"),
    Action.OPEN_DATA_FOLDER: QT_TRANSLATE_NOOP("Errors", "Open data folder"),
    Action.OPEN_SETTINGS: QT_TRANSLATE_NOOP("Errors", "Open settings"),
    Action.OPEN_BUDGET: QT_TRANSLATE_NOOP("Errors", "Change the budget"),
    Action.OPEN_NETWORK: QT_TRANSLATE_NOOP("Errors", "Open network settings"),
}


REMEDIES: Mapping[Cause, Remedy] = {
    Cause.NO_KEY: Remedy(
        QT_TRANSLATE_NOOP("Errors", "There is no key for {host} yet."),
        QT_TRANSLATE_NOOP("Errors", "Enter your key to go on. Your message is kept."),
        Action.ENTER_KEY,
        retryable=True,
    ),
    Cause.INVALID_KEY: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} did not accept this key."),
        QT_TRANSLATE_NOOP("Errors", "Check that the whole key was copied, or make a new one."),
        Action.ENTER_KEY,
        retryable=True,
    ),
    Cause.BAD_KEY_TEXT: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This does not look like a key."),
        QT_TRANSLATE_NOOP("Errors", "A key is one line of letters, digits and dashes without spaces. Copy it again."),
        Action.ENTER_KEY,
        retryable=False,
    ),
    Cause.NO_CREDIT: Remedy(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Your OpenAI account has no API credit left. A ChatGPT Plus subscription does not include API credit.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Add credit on the billing page, then try again."),
        Action.OPEN_BILLING,
        retryable=True,
    ),
    Cause.BUDGET_REACHED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This month's budget of {amount} is used up."),
        QT_TRANSLATE_NOOP("Errors", "Raise the budget in Settings, or wait for next month."),
        Action.OPEN_BUDGET,
        retryable=True,
    ),
    Cause.MODEL_NOT_FOUND: Remedy(
        QT_TRANSLATE_NOOP(
            "Errors", "Your account cannot use {model} yet. For some models OpenAI asks for a first payment."
        ),
        QT_TRANSLATE_NOOP("Errors", "Choose a model that your account offers."),
        Action.CHOOSE_MODEL,
        retryable=True,
    ),
    Cause.NO_MODEL: Remedy(
        QT_TRANSLATE_NOOP("Errors", "No model is chosen for this conversation."),
        QT_TRANSLATE_NOOP("Errors", "Choose one in the list above the conversation."),
        Action.CHOOSE_MODEL,
        retryable=True,
    ),
    Cause.RATE_LIMIT: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} asks to wait {seconds} seconds."),
        QT_TRANSLATE_NOOP("Errors", "Parley tries again by itself when the time is over."),
        Action.STOP_WAITING,
        retryable=True,
    ),
    Cause.STILL_LIMITED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} takes no more messages for now."),
        QT_TRANSLATE_NOOP("Errors", "Your message is kept. Try again in {minutes} minutes."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.TOO_LONG: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This conversation is longer than {model} can read at once."),
        QT_TRANSLATE_NOOP("Errors", "Leave out the oldest messages, or choose a model that reads more."),
        Action.DROP_OLDEST,
        retryable=True,
    ),
    Cause.CUT_OFF: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The answer stopped at the length limit you set."),
        QT_TRANSLATE_NOOP("Errors", "Continue it from where it stopped."),
        Action.CONTINUE,
        retryable=True,
    ),
    Cause.BLANK_REASONING: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The model used the whole limit for thinking."),
        QT_TRANSLATE_NOOP("Errors", "Give it more room, so that an answer fits as well."),
        Action.RAISE_LIMIT,
        retryable=True,
    ),
    Cause.NOT_JSON: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This answer was to be JSON, but a program could not read it."),
        QT_TRANSLATE_NOOP("Errors", "Ask again, or say in your message which fields you want."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.NO_JSON_WORD: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The answer is to be JSON, but no message mentions JSON."),
        QT_TRANSLATE_NOOP("Errors", "Say in your message that you want JSON, and which fields."),
        Action.EDIT_MESSAGE,
        retryable=True,
    ),
    Cause.SCHEMA_MISMATCH: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This answer is JSON, but it differs from your schema."),
        QT_TRANSLATE_NOOP("Errors", "Ask again, or change the schema in Chat settings. Details say where it differs."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.PARAMETER_REJECTED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{model} does not take the setting {parameter}."),
        QT_TRANSLATE_NOOP("Errors", "Parley leaves it out and sends the message again."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.BAD_REQUEST: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} could not work with this request."),
        QT_TRANSLATE_NOOP("Errors", "The details say what it objected to."),
        Action.DETAILS,
        retryable=True,
    ),
    Cause.CONTENT_FILTER: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} declined to answer this."),
        QT_TRANSLATE_NOOP("Errors", "Change the wording and send it again."),
        Action.EDIT_MESSAGE,
        retryable=True,
    ),
    Cause.REGION: Remedy(
        QT_TRANSLATE_NOOP("Errors", "OpenAI does not serve this region."),
        QT_TRANSLATE_NOOP("Errors", "The details hold what OpenAI said."),
        Action.DETAILS,
        retryable=False,
    ),
    Cause.FORBIDDEN: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This key may not be used for this."),
        QT_TRANSLATE_NOOP("Errors", "Check what the key is allowed to do, or enter another one."),
        Action.ENTER_KEY,
        retryable=True,
    ),
    Cause.OFFLINE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This computer is not connected to the internet."),
        QT_TRANSLATE_NOOP("Errors", "Check the connection, then try again."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.DNS: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The address {host} was not found."),
        QT_TRANSLATE_NOOP("Errors", "Check the internet connection and the service address."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.REFUSED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Nothing answers at {host}."),
        QT_TRANSLATE_NOOP("Errors", "Check that the service is running and the address is right."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.PROXY: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The proxy did not let Parley through to {host}."),
        QT_TRANSLATE_NOOP("Errors", "Check the proxy, in Settings under Network or in the settings of this computer."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.PROXY_LOGIN: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The proxy {proxy} asks for a user name and password."),
        QT_TRANSLATE_NOOP("Errors", "Enter them in Settings under Network, then try again."),
        Action.OPEN_NETWORK,
        retryable=True,
    ),
    Cause.NOT_TLS: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{host} does not answer over a safe connection (https)."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The address of a service on this computer or in your own network often begins with http:// instead.",
        ),
        Action.OPEN_SETTINGS,
        retryable=True,
    ),
    Cause.TLS: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The connection to {host} could not be made safely."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Its certificate is not trusted here, so nothing was sent. Check the date of this computer.",
        ),
        Action.RETRY,
        retryable=True,
    ),
    Cause.CAPTIVE_PORTAL: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The network answered with a web page instead of {host}."),
        QT_TRANSLATE_NOOP("Errors", "Open a browser and sign in to the network, then try again."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.NOT_AN_API: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{host} answered, but not like an OpenAI service."),
        QT_TRANSLATE_NOOP("Errors", "Check the service address. It usually ends in /v1."),
        Action.OPEN_SETTINGS,
        retryable=True,
    ),
    Cause.BAD_ADDRESS: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This is not a service address Parley can use."),
        QT_TRANSLATE_NOOP("Errors", "An address looks like https://api.openai.com/v1."),
        Action.OPEN_SETTINGS,
        retryable=False,
    ),
    Cause.INSECURE_ADDRESS: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley does not send a key over an address without https."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Use an address that begins with https, or no key. With a key, plain http works only for this computer.",
        ),
        Action.OPEN_SETTINGS,
        retryable=False,
    ),
    Cause.REDIRECTED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{host} tried to send Parley to another address."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was sent there. Check the service address."),
        Action.OPEN_SETTINGS,
        retryable=False,
    ),
    Cause.TIMEOUT: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{host} did not answer in time."),
        QT_TRANSLATE_NOOP("Errors", "Try again in a moment."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.SERVER_ERROR: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} had a problem of its own."),
        QT_TRANSLATE_NOOP("Errors", "What arrived is kept. Try again in a moment."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.OVERLOADED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "{service} is very busy at the moment."),
        QT_TRANSLATE_NOOP("Errors", "What arrived is kept. Try again in a moment."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.BROKEN_STREAM: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The answer broke off before its end."),
        QT_TRANSLATE_NOOP("Errors", "What arrived is kept. Try again, or go on from here."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.INTERRUPTED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley was closed while this answer was being written."),
        QT_TRANSLATE_NOOP("Errors", "What had arrived is kept. Try again, or go on from here."),
        Action.CONTINUE,
        retryable=True,
    ),
    Cause.KEYRING_MISSING: Remedy(
        QT_TRANSLATE_NOOP("Errors", "This computer offers no safe place for the key."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The key is kept until Parley is closed. Install GNOME Keyring or KWallet to keep it for longer.",
        ),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.KEYRING_LOCKED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The {keyring} is locked."),
        QT_TRANSLATE_NOOP("Errors", "Unlock it and try again. Until then the key is kept only while Parley is open."),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.KEYRING_SLOW: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The {keyring} does not answer."),
        QT_TRANSLATE_NOOP(
            "Errors", "The key is kept only while Parley is open. Try again when the computer is less busy."
        ),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.KEYRING_REFUSED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The {keyring} did not take the key."),
        QT_TRANSLATE_NOOP("Errors", "The key is kept only while Parley is open."),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.KEYRING_FULL: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The {keyring} has no room for this key."),
        QT_TRANSLATE_NOOP(
            "Errors", "The key is kept only while Parley is open. If the disk is full, free some space and try again."
        ),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.DOTENV_UNREADABLE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The file {path} could not be read."),
        QT_TRANSLATE_NOOP("Errors", "Choose another file, or paste the key itself."),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.DOTENV_NO_KEY: Remedy(
        QT_TRANSLATE_NOOP("Errors", "There is no OPENAI_API_KEY in {path}."),
        QT_TRANSLATE_NOOP("Errors", "Choose another file, or paste the key itself."),
        Action.TRY_AGAIN,
        retryable=True,
    ),
    Cause.PRACTICE_MISSING: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The practice model is not part of this installation."),
        QT_TRANSLATE_NOOP("Errors", "Use a key, or choose a .gguf model file of your own in Settings."),
        Action.OPEN_SETTINGS,
        retryable=False,
    ),
    Cause.PRACTICE_FAILED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The model on this computer did not start."),
        QT_TRANSLATE_NOOP("Errors", "Try again. If it is a file of your own, choose another one in Settings."),
        Action.RETRY,
        retryable=True,
    ),
    Cause.DISK_FULL: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The disk is full, so the last words could not be saved."),
        QT_TRANSLATE_NOOP("Errors", "What is on the screen stays and can be copied. Free some space, then try again."),
        Action.OPEN_DATA_FOLDER,
        retryable=True,
    ),
    Cause.NOT_WRITABLE: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Parley may not write to {path}."),
        QT_TRANSLATE_NOOP("Errors", "What is on the screen stays and can be copied. Check the rights of the folder."),
        Action.OPEN_DATA_FOLDER,
        retryable=True,
    ),
    Cause.DATABASE_DAMAGED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The file with your conversations was damaged."),
        QT_TRANSLATE_NOOP(
            "Errors", "It was set aside, never deleted, and what could be read is back. The details say what was done."
        ),
        Action.OPEN_DATA_FOLDER,
        retryable=False,
    ),
    Cause.DATABASE_NEWER: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Your conversations were saved by a newer Parley."),
        QT_TRANSLATE_NOOP("Errors", "Install the newer version. The file was left as it is."),
        Action.OPEN_DATA_FOLDER,
        retryable=False,
    ),
    Cause.SETTINGS_DAMAGED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "The saved settings could not be read."),
        QT_TRANSLATE_NOOP("Errors", "The usual settings are in use. Your conversations are not affected."),
        Action.OPEN_SETTINGS,
        retryable=False,
    ),
    Cause.RESOURCE_MISSING: Remedy(
        QT_TRANSLATE_NOOP("Errors", "A part of Parley is missing: {path}."),
        QT_TRANSLATE_NOOP("Errors", "Install Parley again. Your conversations are not affected."),
        Action.NONE,
        retryable=False,
    ),
    **FILE_REMEDIES,
    Cause.UNEXPECTED: Remedy(
        QT_TRANSLATE_NOOP("Errors", "Something unexpected happened while talking to {service}."),
        QT_TRANSLATE_NOOP("Errors", "What arrived is kept. The details can be copied."),
        Action.DETAILS,
        retryable=True,
    ),
}
