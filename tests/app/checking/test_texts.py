from app.checking.texts import TextQueue, TextRequest


def test_texts_are_taken_in_the_order_in_which_they_came():
    queue = TextQueue()
    first, second = TextRequest("One.", 1), TextRequest("Two.", 2)
    queue.put(first)
    queue.put(second)
    assert [queue.take(), queue.take(), queue.take()] == [first, second, None]


def test_a_text_nobody_wants_is_passed_over():
    queue = TextQueue()
    first, second = TextRequest("One.", 1), TextRequest("Two.", 2)
    queue.put(first)
    queue.put(second)
    first.cancel.set()
    assert queue.take() is second


def test_equal_texts_are_different_requests():
    assert TextRequest("One.", 1) != TextRequest("One.", 1)
