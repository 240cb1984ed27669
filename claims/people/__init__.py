"""Who is who in an article: every person that it names, where, and under what title.

``context.people`` is the registry of one article. ``words`` cuts a field into words, ``lexicon``
holds the word lists, ``titles`` reads the title before or after a name, ``names`` tells which
capitalised words name a person, ``registry`` joins the mentions of one person.
"""

from claims.people.registry import People, Person, PersonMention
from claims.people.titles import Title

__all__ = ["People", "Person", "PersonMention", "Title"]
