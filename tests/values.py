"""Reads one value as a field of a kind does."""

import pytest
from pydantic import TypeAdapter, ValidationError


def read(kind, value, context=None):
    """Give what a field of this kind makes of a value."""
    return TypeAdapter(kind).validate_python(value, context=context)


def refusal(kind, value, context=None):
    """Give the sentence with which a field of this kind refuses a value."""
    with pytest.raises(ValidationError) as error:
        read(kind, value, context)
    return error.value.errors()[0]["msg"]
