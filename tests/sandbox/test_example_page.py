"""The page of examples/browser_token in Chromium."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from cartesia_sandbox import Sandbox

from tests.serving import program, serving

if TYPE_CHECKING:
    from selenium.webdriver import Chrome


@pytest.mark.browser
def test_the_page_of_the_example_speaks_and_says_what_went_wrong(
    browser: Chrome, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.wait import WebDriverWait

    sandbox.reset()
    monkeypatch.setenv("CARTESIA_API_KEY", "any")
    monkeypatch.setenv("CARTESIA_BASE_URL", sandbox.url)
    with serving(program("browser_token/server").app) as address:
        browser.get(address)

        def shown(pattern: str) -> str:
            browser.find_element(By.TAG_NAME, "button").click()
            status = browser.find_element(By.ID, "status")
            WebDriverWait(browser, 20).until(lambda _: re.fullmatch(pattern, status.text), status.text)
            return status.text

        assert float(shown(r"\d\.\d s")[:3]) > 0.5
        sandbox.fail("status", status=429, operation="tts.generate")
        assert shown(r"speech: 429 \S+")
        sandbox.fail("status", status=402, operation="access_token.create")
        assert shown("token: 502")
