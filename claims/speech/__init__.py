"""Who says what: clauses of saying, their subjects, and whom those subjects name.

``document.speech`` is the reading of one field. ``units`` closes up quotations into single tokens,
``frames`` finds the clauses of saying (``subjects`` and ``phrases`` who says so), ``speakers``
tells whom a source names (``offices`` and ``bodies`` who is called by an office, a kind of body),
``reading`` gives each stretch its speaker and each reported clause its source (``governing`` and
``scope`` which clause a stretch belongs to, how far one reaches), ``direct`` tells quotations from
scare quotes and titles.
"""

from claims.speech.reading import read
from claims.speech.said import Reading, Reported, Said
from claims.speech.speakers import Speaker

__all__ = ["Reading", "Reported", "Said", "Speaker", "read"]
