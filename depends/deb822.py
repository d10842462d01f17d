"""
The format of Debian's control files, in which Debian's indexes, the machine's
*.sources, our overlays and lock files are written:

    Field: value
    Other-Field: first line
     a line that goes on
    # a comment

    Field: of the next paragraph
"""

import re

from failure import fail_at

FIELD = re.compile(r"([A-Za-z0-9][-_A-Za-z0-9]*):(.*)")


class Paragraph:
    """Fields by name, in any case of letters, with the line each is on."""

    def __init__(self, path, line):
        self.path = path
        self.line = line
        self._fields = {}

    def add(self, name, value, line):
        if name.lower() in self._fields:
            fail_at(self.path, line, f"the field '{name}' is there twice")
        self._fields[name.lower()] = (name, [value.strip()], line)
        return self._fields[name.lower()][1]

    def names(self):
        return [name for name, _, _ in self._fields.values()]

    def get(self, name, default=None):
        if name.lower() not in self._fields:
            return default
        return "\n".join(self._fields[name.lower()][1]).strip()

    def line_of(self, name):
        field = self._fields.get(name.lower())
        return field[2] if field else self.line

    def fail(self, name, message):
        """Ends with a message at the place of a field."""
        fail_at(self.path, self.line_of(name), message)

    def require(self, name):
        if not self.get(name):
            self.fail(name, f"the field '{name}' is missing or empty")
        return self.get(name)

    def lines(self, name):
        """The lines of a field that are not empty, with their numbers."""
        _, values, first = self._fields.get(name.lower(), ("", [], 0))
        return [(first + i, value) for i, value in enumerate(values) if value]

    def words(self, name):
        return self.get(name, "").replace(",", " ").split()


def decode(data, path, first_line=1):
    """Bytes of a file as text; complains with the line that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = first_line + data.count(b"\n", 0, error.start)
        fail_at(path, line, "this is not text in UTF-8")


def parse(text, path, first_line=1):
    """All paragraphs of `text`; `path` is for messages."""
    paragraphs = []
    current = None
    values = None
    for number, line in enumerate(text.split("\n"), first_line):
        if line.startswith("#"):
            if values is not None:
                values.append("")  # keeps the count of lines
            continue
        if not line.strip():
            current = values = None
            continue
        if line[0] in " \t":
            if values is None:
                fail_at(path, number, "a line that goes on, but no field "
                                      "before it")
            values.append(line.strip())
            continue
        match = FIELD.fullmatch(line)
        if not match:
            fail_at(path, number, f"expected 'Field: value', found "
                                  f"'{line[:40]}'")
        if current is None:
            current = Paragraph(path, number)
            paragraphs.append(current)
        values = current.add(match[1], match[2], number)
    return paragraphs


def read(path, shown=None):
    """All paragraphs of a file, called `shown` in messages."""
    shown = shown or str(path)
    with open(path, "rb") as file:
        return parse(decode(file.read(), shown), shown)
