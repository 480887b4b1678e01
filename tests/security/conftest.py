from tests.keys.conftest import secret_service
from tests.support.fixtures import fault_server

__all__ = ["fault_server", "secret_service"]
