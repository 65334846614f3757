"""Proofs that the documents work where nothing is installed: `python3 -m scripts.prove --help`.

They need root, mmdebstrap and nothing else: only Python's standard library, for the host may be bare itself.
"""
