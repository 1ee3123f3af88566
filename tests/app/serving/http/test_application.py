import asyncio

import pytest

from app.serving.http import application
from app.serving.http.api import Answer
from app.serving.http.application import MAX_BODY, MOST_UNWANTED, Application
from app.serving.http.gate import Gate


class SlowApi:
    """Answers when it is let go; notes whether it was cancelled."""

    def __init__(self):
        self.cancelled = False
        self.gate = asyncio.Event()

    async def answer(self, request):
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        return Answer.of_text(f"{request.method} {len(request.body)}")


class BrokenApi:
    async def answer(self, request):
        raise KeyError("a bug")


class Client:
    """One connection, as ASGI shows it."""

    def __init__(self, *messages, method="POST", **headers):
        self.messages = list(messages)
        self.sent = []
        self.leaves = asyncio.Event()
        headers = {"host": "127.0.0.1:8081"} | headers
        self.scope = {
            "type": "http",
            "method": method,
            "path": "/v2/check",
            "query_string": b"",
            "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
        }

    async def receive(self):
        if self.messages:
            return self.messages.pop(0)
        await self.leaves.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        self.sent.append(message)

    @property
    def status(self):
        return self.sent[0]["status"]

    @property
    def body(self):
        return self.sent[1]["body"].decode()

    @property
    def headers(self):
        return dict(self.sent[0]["headers"])


def body(content=b"", more=False):
    return {"type": "http.request", "body": content, "more_body": more}


def answered(client, api=None, **options):
    async def ask():
        given = api or SlowApi()
        if isinstance(given, SlowApi):
            given.gate.set()
        app = Application(given, Gate(8081, extensions=True), **options)
        await app(client.scope, client.receive, client.send)

    asyncio.run(ask())
    return client


def test_a_body_in_pieces_is_put_together():
    assert answered(Client(body(b"ab", True), body(b"c"))).body == "POST 3"


@pytest.mark.parametrize(
    "headers",
    [
        {"content_length": str(MAX_BODY + 1), "expect": "100-continue"},
        {"content_length": str(MOST_UNWANTED + 1)},
    ],
)
def test_a_body_that_announces_too_much_is_refused_unread(headers):
    client = answered(Client(**headers))
    assert client.status == 413
    assert client.body.startswith("Error: ")
    assert client.headers[b"connection"] == b"close"


def test_a_body_that_grows_too_large_is_refused():
    pieces = [body(b"x" * 65536, True) for _ in range(MAX_BODY // 65536)]
    client = answered(Client(*pieces, body(b"y")))
    assert client.status == 413
    assert client.messages == []  # who is still sending does not hear why it was refused


def test_a_body_without_end_is_not_read_for_ever():
    pieces = [body(b"x" * 65536, True) for _ in range(MOST_UNWANTED // 65536 + 2)]
    client = answered(Client(*pieces))
    assert client.status == 413
    assert len(client.messages) == 1


def test_a_body_of_the_largest_size_is_read():
    assert answered(Client(body(b"x" * MAX_BODY))).body == f"POST {MAX_BODY}"


def test_a_body_that_never_ends_is_given_up(monkeypatch):
    monkeypatch.setattr(application, "BODY_TIMEOUT_S", 0.01)
    assert answered(Client(body(b"a", True))).status == 408


def test_a_client_that_goes_away_stops_the_work():
    async def ask():
        api, client = SlowApi(), Client(body())
        task = asyncio.ensure_future(
            Application(api, Gate(8081))(client.scope, client.receive, client.send)
        )
        await asyncio.sleep(0)
        client.leaves.set()
        await task
        assert api.cancelled
        assert client.sent == []

    asyncio.run(ask())


def test_more_requests_than_allowed_at_the_same_time_are_refused():
    async def ask():
        api = SlowApi()
        app = Application(api, Gate(8081), max_requests=2)
        first = [Client(body()) for _ in range(2)]
        tasks = [asyncio.ensure_future(app(c.scope, c.receive, c.send)) for c in first]
        await asyncio.sleep(0)
        late = Client(body())
        await app(late.scope, late.receive, late.send)
        assert late.status == 503
        assert late.body.startswith("Error: Too many requests")
        api.gate.set()
        await asyncio.gather(*tasks)
        assert [client.status for client in first] == [200, 200]

    asyncio.run(ask())


def test_a_bug_is_answered_and_logged_without_its_inside(caplog):
    client = answered(Client(body()), BrokenApi())
    assert client.status == 500
    assert "KeyError" not in client.body
    assert "a bug" in caplog.text


def test_a_foreign_page_is_refused_before_its_body_is_read():
    client = answered(Client(origin="https://evil.example", content_length="5"))
    assert client.status == 403
    assert b"access-control-allow-origin" not in client.headers


def test_an_allowed_origin_may_read_the_answer():
    client = answered(Client(body(), origin="moz-extension://a-b"))
    assert client.status == 200
    assert client.headers[b"access-control-allow-origin"] == b"moz-extension://a-b"
    assert client.headers[b"vary"] == b"Origin"


def test_a_preflight_is_answered_without_asking_the_engine():
    client = answered(
        Client(
            method="OPTIONS",
            origin="chrome-extension://abc",
            access_control_request_method="POST",
            access_control_request_private_network="true",
        ),
        BrokenApi(),
    )
    assert client.status == 204
    assert client.headers[b"access-control-allow-private-network"] == b"true"


@pytest.mark.parametrize("length", ["-1", "many", "9" * 40, "٣"])
def test_a_length_that_is_no_number_is_refused(length):
    client = Client()
    client.scope["headers"].append((b"content-length", length.encode("utf-8")))
    assert answered(client).status == 413
