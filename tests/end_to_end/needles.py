"""Looks for many words at once, in every spelling in which they might leak."""

import base64
import math
import re

SHORTEST = 5  # below, chance alone finds them in megabytes of ciphertext


def spellings(word):
    raw = word.encode()
    yield raw
    yield word.encode("utf-16-le")
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    for shift in range(3):
        yield base64_core(raw, shift)


def base64_core(raw, shift):
    """The characters of its base64 that do not depend on the neighbours, where it stands `shift` bytes into a triple."""
    coded = base64.b64encode(b"\0" * shift + raw + b"\0" * 3)
    return coded[math.ceil(shift * 8 / 6):(shift + len(raw)) * 8 // 6]


class Haystack:
    """Needles by their first bytes, so that one walk over the data serves thousands of them."""

    def __init__(self, words):
        self.words = sorted({word for word in words if len(word) >= SHORTEST})
        self.left_out = len({word for word in words if word and len(word) < SHORTEST})
        self.by_start = {}
        self.patterns = 0
        for word in self.words:
            for pattern in set(spellings(word)):
                self.by_start.setdefault(pattern[:SHORTEST], []).append((pattern, word))
                self.patterns += 1

    def hits(self, data):
        """{word: a piece of the data around it}."""
        starts, found = self.by_start, {}
        for at in [i for i in range(len(data) - SHORTEST + 1) if data[i:i + SHORTEST] in starts]:
            for pattern, word in starts[data[at:at + SHORTEST]]:
                chance = pattern == word.encode() and inside_a_number(data, at, pattern)
                if data.startswith(pattern, at) and not chance:
                    found[word] = data[max(0, at - 30):at + len(pattern) + 30]
        return found


def inside_a_number(data, at, pattern):
    """Five digits of a time in a log are no amount."""
    if not pattern.replace(b".", b"").isdigit():
        return False
    return data[at - 1:at].isdigit() or data[at + len(pattern):at + len(pattern) + 1].isdigit()


def without_figures(text):
    """A log's times and a page's counters are the server's own numbers, and as good as random among amounts."""
    return re.sub(r"(?m)^time=\d+| \d+$", "", text).encode()
