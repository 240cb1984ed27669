"""Treaties: the table of those that are known, and their mentions in an article.

:func:`mentions` is the way in for whoever needs to know which treaties an article names.
"""

from claims.treaties.mentions import Mention, mentions
from claims.treaties.table import Treaty, treaties

__all__ = ["Mention", "Treaty", "mentions", "treaties"]
