"""A picture is fetched only from where the person agreed to, and only if it is one."""

from __future__ import annotations

import asyncio

import pytest

from parley.domain.errors import AppError, Cause
from parley.llm.pictures import fetch_picture


def test_an_address_without_https_is_not_asked() -> None:
    with pytest.raises(AppError) as refused:
        asyncio.run(fetch_picture("http://127.0.0.1:9/x.png"))
    assert refused.value.cause is Cause.INSECURE_ADDRESS


@pytest.mark.parametrize("address", ["https://127.0.0.1:9/x.png", "https://[::1/x.png", "https:///x.png"])
def test_what_cannot_be_reached_is_said(address: str) -> None:
    with pytest.raises(AppError) as failed:
        asyncio.run(fetch_picture(address))
    assert failed.value.cause in (Cause.FILE_UNREADABLE, Cause.INSECURE_ADDRESS)
