import pytest

from app.serving.errors import RequestError
from app.serving.http.forms import read_parameters

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "content_type",
    [FORM, f"{FORM}; charset=UTF-8", "", "application/json", "text/plain;charset=UTF-8",
     "multipart/form-data"],
)  # fmt: skip
def test_a_form_is_read_whatever_its_client_calls_it(content_type):
    found = read_parameters(b"", b"text=a+%26%20b&language=en", content_type)
    assert found == {"text": "a & b", "language": "en"}


@pytest.mark.parametrize(
    "text",
    ["Tom & Jerry", "50% of it", "2 + 2 = 4", "see https://x.example/?a=1&b=%20 there",
     "caf\u00e9&language=fr", "one\ntwo &", "😀 100%25"],
)  # fmt: skip
def test_a_text_that_libreoffice_put_in_as_it_is_comes_out_as_it_was(text):
    body = f"text={text}&language=en-US".encode()
    assert read_parameters(b"", body, FORM) == {"text": text, "language": "en-US"}


def test_the_name_and_the_key_behind_such_a_text_are_no_part_of_it():
    found = read_parameters(b"", b"text=A & B&language=en-GB&username=me&apiKey=key", FORM)
    assert found == {"text": "A & B", "language": "en-GB", "username": "me", "apiKey": "key"}


def test_an_encoded_text_without_blanks_is_decoded():
    assert read_parameters(b"", b"text=A%26B+C&language=en", FORM)["text"] == "A&B C"


def test_the_first_of_a_name_counts_and_the_address_before_the_body():
    found = read_parameters(b"text=one&text=two", b"text=three&level=picky", FORM)
    assert found == {"text": "one", "level": "picky"}


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"text=%FF&language=en", FORM, 400),
        (b"\xff", FORM, 400),
        (b"&".join(b"a=%d" % n for n in range(200)), FORM, 400),
        (b"{}", "application/json", 415),
        (b'{"text": "a=b", "language": "en"}', "application/json", 415),
        (b"\xff", "application/octet-stream", 415),
        (b'--x\r\nContent-Disposition: form-data; name="text"', "multipart/form-data", 415),
    ],
)  # fmt: skip
def test_what_is_no_form_is_refused(body, content_type, status):
    with pytest.raises(RequestError) as caught:
        read_parameters(b"", body, content_type)
    assert caught.value.status == status
