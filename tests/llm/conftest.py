from tests.support.fixtures import company_authority, fault_server

__all__ = ["company_authority", "fault_server"]
