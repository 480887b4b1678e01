from tests.support.fixtures import fault_server

__all__ = ["fault_server"]
