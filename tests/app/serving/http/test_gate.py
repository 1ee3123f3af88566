import pytest

from app.serving.errors import RequestError
from app.serving.http.gate import Gate, normalised

GATE = Gate(8081)
HOST = {"host": "127.0.0.1:8081"}


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8081", "localhost:8081", "LOCALHOST", "[::1]:8081", "127.0.0.1"]
)
def test_names_of_this_machine_are_let_in(host):
    assert GATE.check({"host": host}) is None


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "127.0.0.1.evil.example", "localhost:80", "192.168.0.1:8081",
     "a@localhost", "127.0.0.1:8081, evil.example", "localhost.", "127.1:8081", "0.0.0.0:8081"],
)  # fmt: skip
def test_any_other_name_is_refused_so_that_dns_cannot_be_rebound(host):
    with pytest.raises(RequestError, match="not a name of this machine") as caught:
        GATE.check({"host": host})
    assert caught.value.status == 403


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://localhost:3000", "chrome-extension://abc", ""],
)
def test_web_pages_and_unknown_extensions_are_refused(origin):
    with pytest.raises(RequestError, match="not allowed") as caught:
        GATE.check(HOST | {"origin": origin})
    assert caught.value.status == 403


@pytest.mark.parametrize(
    "origin",
    ["chrome-extension://oldceeleldhonbafppcapldpdifcinji", "moz-extension://0a-1b-2c",
     "safari-web-extension://A1"],
)  # fmt: skip
def test_extensions_are_let_in_where_that_was_asked_for(origin):
    assert Gate(8081, extensions=True).check(HOST | {"origin": origin}) == origin


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "chrome-extension://",
        "null",
        "moz-extension://a, https://evil.example",
    ],
)
def test_pages_do_not_come_in_with_the_extensions(origin):
    with pytest.raises(RequestError):
        Gate(8081, extensions=True).check(HOST | {"origin": origin})


def test_one_origin_can_be_let_in_by_name():
    gate = Gate(8081, normalised(["Chrome-Extension://ABC/"]))
    assert gate.check(HOST | {"origin": "chrome-extension://abc"}) == "chrome-extension://abc"
    with pytest.raises(RequestError):
        gate.check(HOST | {"origin": "chrome-extension://abcd"})


def test_what_a_page_loads_without_an_origin_is_refused():
    with pytest.raises(RequestError, match="web pages"):
        GATE.check(HOST | {"sec-fetch-site": "cross-site"})
    assert GATE.check(HOST | {"sec-fetch-site": "none"}) is None
    assert Gate(8081, extensions=True).check(HOST | {"sec-fetch-site": "cross-site"}) is None
