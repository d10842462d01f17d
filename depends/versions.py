"""Versions as Debian writes and compares them, and bounds on them."""

import functools
import re

from failure import fail_at

NUMBER = r"[0-9][A-Za-z0-9.+~-]*"


def _order(character):
    """'~' before the end of a word, letters before all else."""
    if character == "~":
        return -1
    return ord(character) + (0 if character.isalpha() else 256)


def _compare_words(a, b):
    for i in range(max(len(a), len(b))):
        one = _order(a[i]) if i < len(a) else 0
        two = _order(b[i]) if i < len(b) else 0
        if one != two:
            return -1 if one < two else 1
    return 0


def _number(digits):
    """Sorts as the number does, however many digits it has."""
    digits = digits.lstrip("0")
    return len(digits), digits


def _compare_part(a, b):
    """By words and numbers in turn, as section 5.6.12 of Debian's policy."""
    split = re.compile(r"([^0-9]*)([0-9]*)")
    while a or b:
        one, two = split.match(a), split.match(b)
        words = _compare_words(one[1], two[1])
        if words:
            return words
        numbers = _number(one[2]), _number(two[2])
        if numbers[0] != numbers[1]:
            return -1 if numbers[0] < numbers[1] else 1
        a, b = a[one.end():], b[two.end():]
    return 0


def _split(version):
    epoch, colon, rest = version.partition(":")
    if not colon:
        epoch, rest = "0", version
    upstream, _, revision = rest.rpartition("-")
    if not upstream:
        upstream, revision = rest, ""
    return epoch, upstream, revision


def compare(a, b):
    """Negative, 0 or positive, as version a is before, equal to or after b."""
    for one, two in zip(_split(a), _split(b)):
        order = _compare_part(one, two)
        if order:
            return order
    return 0


newest_first = functools.cmp_to_key(lambda a, b: compare(b, a))


def upstream(version):
    """
    The library's own version in Debian's: "1:1.3.dfsg+really1.3.1-1" is 1.3.1.
    """
    own = _split(version)[1]
    own = own.rpartition("+really")[2]
    return re.sub(r"[.+~](dfsg|ds|repack|debian)[0-9.]*$", "", own)


class Bounds:
    """At least `minimum`, less than `maximum`; None where there is none."""

    def __init__(self, minimum=None, maximum=None):
        self.minimum = minimum
        self.maximum = maximum

    def admit(self, version):
        return ((not self.minimum or compare(version, self.minimum) >= 0) and
                (not self.maximum or compare(version, self.maximum) < 0))

    def __str__(self):
        low = f" >= {self.minimum}" if self.minimum else ""
        high = f" < {self.maximum}" if self.maximum else ""
        return (low + high).strip()


ANY = Bounds()
BOUNDS = re.compile(rf"(?:>= *({NUMBER}))? *(?:< *({NUMBER}))?")


def parse_bounds(text, path, line):
    """Bounds from text such as ">= 1.2 < 2"; either half may be absent."""
    match = BOUNDS.fullmatch(text.strip())
    if not match:
        fail_at(path, line, f"expected bounds such as '>= 1.2 < 2', found "
                            f"'{text.strip()}'")
    return Bounds(match[1], match[2])
