from tests.support.fixtures import fault_server as fault_server
