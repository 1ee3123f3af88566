"""The text of the first start: a short letter with mistakes to try."""

from __future__ import annotations

SAMPLE = """\
Welcome to Copyedge

This page has a few mistakes in it, so that you can see how Copyedge works. Point at an \
underlined word, or press F8 to go from one suggestion to the next. Press Ctrl+Enter to accept.

Dear Maya,

Yesterday I go to the market with my brother, and we buyed two kilo of cherries from a old \
friend of our mother. She have a small stall near the bridge. I was suprised how much she \
remember about us. However she did not recieve the letter that I send her last summer.

We was talking for almost a hour. The weather were lovely, but there was to many peoples in \
the street. Next week I am going to visit her again and I will bring some bread for she.

Can you come with me? I am looking forward to see you.

Your's,
Tom

Your text stays on this computer. Choose File, then New, to begin with an empty page.
"""
