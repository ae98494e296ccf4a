"""Pasts without -ed, as a pattern's alternatives: no ending shows that something was done."""

PASTS = "|".join(
    """
    beat became began bought broke brought built came caught chose cut drew drove fell fled
    fought found gave got grew held hit hurt kept knew laid led left lit lost made met paid
    put quit ran rose sank saw sent set shook shot shut slept sold sought spent spoke stole
    stood struck swept swore taught threw told took tore went withdrew woke won wrote
    """.split()
)
