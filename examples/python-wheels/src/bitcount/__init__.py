"""Counts the bits that are set in bytes."""

from ._bitcount import count

__all__ = ["count"]
