"""The page of the sandbox, in a headless browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from cartesia_sandbox import Sandbox

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser
KEY = "sk_car_Qx7Rp2LmN8vT4wZs"


@pytest.fixture
def own() -> Iterator[Sandbox]:
    with Sandbox(plan="free") as running:
        yield running


class Page:
    """The page as a person sees and uses it."""

    def __init__(self, browser: Chrome, sandbox: Sandbox) -> None:
        self.browser = browser
        browser.get(sandbox.url + sandbox.page)

    def find(self, selector: str) -> Any:
        return self.browser.find_element("css selector", selector)

    def rows(self, table: str) -> list[str]:
        script = "return [...document.querySelectorAll(arguments[0])].map((row) => row.innerText)"
        return [str(row).replace("\t", " ") for row in self.browser.execute_script(script, f"#{table} tr")]

    def until(self, condition: Any) -> None:
        from selenium.webdriver.support.wait import WebDriverWait

        WebDriverWait(self.browser, 10, poll_frequency=0.02).until(lambda _: condition())


@pytest.fixture
def page(browser: Chrome, own: Sandbox) -> Page:
    made = Page(browser, own)
    made.until(lambda: made.find("#state").text == "live" and made.find("#note").text)
    return made


def test_it_says_what_it_is_and_what_it_is_not(page: Page) -> None:
    text = page.find("body").text
    assert "This is a sandbox on this machine, not the Cartesia service and not its voices." in text
    assert "nothing in it proves that the description matches the live service" in text
    facts = page.find("#about").text
    assert "2024-06-10" in facts
    assert "2026-08-14" in facts
    assert "free" in facts
    operations = page.find("#operations").get_attribute("textContent")
    assert "POST/tts/bytestts.generate" in operations
    assert "SOCKET/tts/websockettts.websocket" in operations


def test_the_journal_is_live(page: Page, own: Sandbox) -> None:
    assert page.find("#empty").is_displayed()
    headers = {"X-API-Key": KEY, "Cartesia-Version": "2026-08-14"}
    httpx.get(f"{own.url}/voices?limit=1&api_key={KEY}", headers=headers, trust_env=False)
    httpx.get(f"{own.url}/<b>{KEY}", headers=headers, trust_env=False)
    page.until(lambda: len(page.rows("journal")) == 2)
    newest, oldest = page.rows("journal")
    assert "GET /voices ?limit api_key voices.list 2026-08-14 200" in oldest
    assert "GET /<b>*** none 2026-08-14 404" in newest
    page.find("#journal tr:last-child").click()
    page.until(lambda: page.find("#detail").is_displayed())
    assert '"x-api-key": "***"' in page.find("#detail").text
    assert KEY not in page.browser.page_source
    page.find("#filter").send_keys("voices.*")
    page.until(lambda: len(page.rows("journal")) == 1)
    page.find("#clear-journal").click()
    page.until(lambda: page.rows("journal") == [])
    assert len(own.journal) == 0


def test_faults_are_added_triggered_and_removed(page: Page, own: Sandbox) -> None:
    page.find("#fault").send_keys("explode\n")
    page.until(lambda: "there is no fault 'explode'" in page.find("#wrong").text)
    for text in ("status status=418 times=2", "delay seconds=60 times=always"):
        page.find("#fault").clear()
        page.find("#fault").send_keys(text + "\n")
        page.until(lambda: page.find("#fault").get_attribute("value") == "")
    page.until(lambda: len(page.rows("faults")) == 2)
    assert page.find("#wrong").text == ""
    assert httpx.get(own.url, trust_env=False).status_code == 418
    page.until(lambda: "1 of 2" in page.rows("faults")[0])
    assert "0 of any" in page.rows("faults")[1]
    page.find("#faults tr:first-child button").click()
    page.until(lambda: len(page.rows("faults")) == 1)
    page.find("#reset").click()
    page.until(lambda: page.rows("faults") == [])
    assert len(own.faults) == 0


def test_it_loads_nothing_from_elsewhere_and_logs_no_error(page: Page, own: Sandbox, tmp_path: Path) -> None:
    """No file of other hosts, no request that could get a fault, no error in the console."""
    asked = page.browser.execute_script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert asked
    assert all(address.startswith(own.url + own.page) for address in asked)
    assert len(own.journal) == 0
    log = page.browser.get_log("browser")  # type: ignore[no-untyped-call]  # selenium has no type for it
    assert [entry for entry in log if own.url in entry["message"]] == []
    picture = tmp_path / "page.png"
    assert page.browser.save_screenshot(str(picture))
    assert picture.stat().st_size > 10_000
