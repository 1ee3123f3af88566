"""The text of the first start: a short letter with mistakes to try."""

from __future__ import annotations

SAMPLE = """\
Welcome to Copyedge

This page has a few mistakes in it, so that you can see how Copyedge works. Point at an \
underlined word, or press F8 to go from one suggestion to the next. Press Ctrl+Enter to accept.

Dear Maya,

I recieved a email from a old freind of our mother last week. She have a small stall near the \
bridge. I was suprised how much she knows about us. However she did not get our letter, becouse \
she lives in another house now.

We talked on the phone for almost a hour. The wether is lovely there. Next month I am going to \
visit her, and I would like to bring her some bread.

Can you come with me? It would definately be more fun.

Yours,
Tom

Your text stays on this computer. To begin with an empty page, open the File menu and choose New.
"""
