"""Prompts become sound files that Asterisk can play: texts are spoken, recordings are converted.

Files are named by the digest of what they were made from, so nothing is made twice and a changed text never
plays an old sound. Only programs of the system are used: espeak-ng speaks, sox converts.
"""

from acd.speech.errors import FolderUnusable, ProgramMissing, PromptProblem, PromptsUnusable, SpeechError
from acd.speech.synthesis import synthesise

__all__ = [
    "FolderUnusable",
    "ProgramMissing",
    "PromptProblem",
    "PromptsUnusable",
    "SpeechError",
    "synthesise",
]
