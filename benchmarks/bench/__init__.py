"""What Claimsheet costs, beside what its users would pick instead, measured in one run.

``make bench`` runs every part, prints one table and writes ``benchmarks/report.md`` and
``benchmarks/report.svg``. Figures that are compared are taken in turns on the same machine; quote
the ratios, not the seconds.
"""
