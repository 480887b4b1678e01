"""The whole program, a service that can be told what to do, and a real keyring."""

from tests.app.conftest import open_program
from tests.keys.conftest import secret_service
from tests.support.fixtures import fault_server

__all__ = ["fault_server", "open_program", "secret_service"]
