"""The checker's page: for people who have never seen an API.

Rendered on the server and readable without JavaScript; the scripts in ``static/`` tick over the
same API that everybody uses.
"""
