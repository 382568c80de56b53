"""The page of the sandbox, in a headless browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from websockets.sync.client import connect

from tests.sandbox.common import KEYED, speech

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser
SEEK = """
const [done] = arguments, audio = document.querySelector('.detail:last-child audio');
audio.preload = 'auto';
audio.oncanplay = () => {
  audio.onseeked = () => done([audio.duration, audio.currentTime]);
  audio.currentTime = audio.duration / 2;
};
audio.load();
"""
MARKUP = "<img src=x onerror=\"document.title='owned'\"><b>bold</b><script>document.title='owned'</script>"
ARROW_DOWN, ESCAPE = "\ue015", "\ue00c"  # as WebDriver names the keys
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

    def rows(self) -> list[str]:
        """Return the texts of the requests, the newest first."""
        script = "return [...document.querySelectorAll('#journal .request')].map((row) => row.innerText)"
        return [" ".join(str(row).split()) for row in self.browser.execute_script(script)]

    def run(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def until(self, condition: Any) -> None:
        from selenium.webdriver.support.wait import WebDriverWait

        WebDriverWait(self.browser, 10, poll_frequency=0.02).until(lambda _: condition())


@pytest.fixture
def page(browser: Chrome, own: Sandbox) -> Page:
    made = Page(browser, own)
    made.until(lambda: made.find("#state").text == "live" and made.find("#note").text and made.find("#kind-text").text)
    return made


@pytest.fixture
def http(own: Sandbox) -> Iterator[httpx.Client]:
    headers = {"X-API-Key": KEY, "Cartesia-Version": "2026-08-14"}
    with httpx.Client(base_url=own.url, headers=headers, trust_env=False, timeout=60) as made:
        yield made


def test_it_says_what_it_is_and_what_to_do_first(page: Page, own: Sandbox) -> None:
    text = page.find("body").text
    assert "This is a sandbox on this machine, not the Cartesia service and not its voices." in text
    assert "nothing in it proves that the description matches the live service" in text
    assert "No requests yet. Point a client here" in text
    assert f'base_url="{own.url}"' in text
    assert "No faults are planned" in text
    facts = page.find("#facts").get_attribute("textContent")
    for fact in ("2024-06-10", "2026-08-14", "free", "POST/tts/bytestts.generate", "SOCKET/tts/websockettts.websocket"):
        assert fact in facts


def test_new_requests_appear_and_leave_focus_selection_and_open_details_alone(
    page: Page, own: Sandbox, http: httpx.Client
) -> None:
    http.get(f"/voices?limit=1&api_key={KEY}")
    http.get(f"/<b>{KEY}")
    page.until(lambda: len(page.rows()) == 2)
    newest, oldest = page.rows()
    assert "GET /voices ?limit api_key voices.list 200" in oldest
    assert "GET /<b>*** no operation 404" in newest
    first = page.find("#journal .request")
    first.send_keys(ARROW_DOWN)
    page.run("return document.activeElement").send_keys("\n")
    page.until(lambda: "x-api-key: ***" in page.find(".detail").get_attribute("textContent"))
    page.run("getSelection().selectAllChildren(document.querySelector('.detail h3')); document.activeElement.mark = 1")
    http.get("/voices/nobody")
    page.until(lambda: len(page.rows()) == 3)
    assert page.run("return document.activeElement.mark") == 1
    assert page.run("return String(getSelection())").startswith("Re")
    assert page.find(".detail").is_displayed()
    assert KEY not in page.browser.page_source
    page.run("return document.activeElement").send_keys(ESCAPE)
    page.until(lambda: not page.browser.find_elements("css selector", ".detail"))
    page.find("#filter").send_keys("voices.l")
    page.until(lambda: len(page.rows()) == 1)
    page.find("#clear-journal").click()
    page.until(lambda: page.rows() == [])
    assert "No request has an operation such as voices.l" in page.find("#empty").text
    assert len(own.journal) == 0


def test_speech_and_sockets_are_shown_and_nothing_sent_is_html(page: Page, own: Sandbox, http: httpx.Client) -> None:
    words = f"Hello there. {MARKUP}"
    http.post("/tts/bytes", json=speech(transcript=words), headers={"X-Note": MARKUP})
    http.post("/stt", data={"model": MARKUP}, files={"file": (MARKUP, b"x")})
    http.get("/voices", params={MARKUP: MARKUP})
    own.fail("status", text=MARKUP, title=MARKUP, operation="voices.list")
    http.get("/voices")
    with connect(f"ws{own.url[4:]}/tts/websocket", additional_headers=KEYED, proxy=None) as line:
        for context in ("one", MARKUP):
            line.send(json.dumps(speech(context_id=context, transcript="Hello.")))
        while not json.loads(line.recv(timeout=30))["done"]:
            pass
    page.until(lambda: len(page.rows()) == 5)
    page.run("for (const row of document.querySelectorAll('.request')) row.click()")
    page.until(lambda: len(page.browser.find_elements("css selector", ".detail .again")) == 5)
    page.until(lambda: len(page.browser.find_elements("css selector", ".detail audio[src^=blob]")) >= 2)
    spoken = page.find(".detail:last-child").get_attribute("textContent")
    assert words in spoken
    assert len(page.browser.find_elements("css selector", ".detail:last-child .word")) >= 3
    lanes = [each.get_attribute("textContent") for each in page.browser.find_elements("css selector", ".lane")]
    assert "one" in lanes
    assert any((lane or "").startswith("<img src=x") for lane in lanes)
    assert "chunk one" in page.find(".frames").get_attribute("textContent")
    # The sound is a file that this browser decodes and can seek in.
    whole, half = page.browser.execute_async_script(SEEK)
    assert (whole > 0.5, half == pytest.approx(whole / 2, abs=0.1)) == (True, True)
    assert page.run("return document.title") == "Cartesia sandbox"
    assert page.browser.find_elements("css selector", "img, b, script:not([src])") == []
    assert own.url in page.find(".detail:last-child .again pre").get_attribute("textContent")


def test_faults_are_made_in_a_form_triggered_and_removed(page: Page, own: Sandbox, http: httpx.Client) -> None:
    page.run("const kind = document.getElementById('kind'); kind.value = 'close'; kind.onchange()")
    assert "the socket is closed with code" in page.find("#kind-text").text
    names = page.run("return [...document.querySelectorAll('#operation-names option')].map((each) => each.value)")
    assert "tts.websocket" in names
    assert "voices.list" not in names
    page.find("[name=code]").send_keys("4000")
    page.find("[name=times]").send_keys("always")
    page.find("[name=text]").send_keys("it's over")
    page.find("#add button.main").click()
    page.until(lambda: "times=always" in page.find("#faults").text)
    (planned,) = own.faults
    assert (planned.fault.kind, planned.fault.code, planned.fault.text) == ("close", 4000, "it's over")
    page.find("#fault").clear()
    page.find("#fault").send_keys("explode\n")
    page.until(lambda: "there is no fault 'explode'" in page.find("#wrong").text)
    page.find("#fault").clear()
    page.find("#fault").send_keys("status status=418 times=2\n")
    page.until(lambda: "0 of 2" in page.find("#faults").text)
    assert http.get("/").status_code == 418
    page.until(lambda: "1 of 2" in page.find("#faults").text)
    page.find("#faults li button").click()
    page.until(lambda: "4000" not in page.find("#faults").text)
    page.find("#reset").click()
    page.until(lambda: page.find("#no-faults").is_displayed())
    assert len(own.faults) == 0


def test_it_fits_a_phone_and_loads_nothing_from_elsewhere_and_logs_no_error(
    page: Page, own: Sandbox, http: httpx.Client
) -> None:
    http.get("/voices/" + "x" * 200)
    page.until(lambda: len(page.rows()) == 1)
    page.find("#journal .request").click()
    page.until(lambda: page.browser.find_elements("css selector", ".detail .again"))
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        assert page.run("return document.documentElement.scrollWidth") <= 360
    finally:
        page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    asked = page.run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert asked
    assert all(address.startswith(own.url + own.page) for address in asked)
    log = page.browser.get_log("browser")  # type: ignore[no-untyped-call]  # selenium has no type for it
    # A fault that the form did not know is a 400, which the browser logs, too.
    assert [each for each in log if own.url in each["message"] and "400" not in each["message"]] == []
