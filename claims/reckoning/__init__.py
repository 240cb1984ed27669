"""Sums that an article does, done again: changes, shares, parts of a total, lists of names, years.

Each module looks at the figures of one sentence (:class:`~claims.reckoning.line.Line`) and yields
what does not come out (:class:`~claims.reckoning.line.Slip`). Only what the sentence states in full
is reckoned; rounding is granted to every figure as far as its last digit shown.
"""
