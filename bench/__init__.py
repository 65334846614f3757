"""What is measured, each figure beside its rival, in one run. Never a test."""
