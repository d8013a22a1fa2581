"""The people reader's other row: whether the mentions of one human being are one person in the text."""

from eval.readers.chains import b3
from eval.readers.people import named
from eval.readers.row import Row

ROW = Row("b3", "person", (), named, measures=b3("person"), spans=False)
