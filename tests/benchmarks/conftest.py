"""The mails' material, as the tests of the wording have it."""

from tests.wording.conftest import material

__all__ = ["material"]
