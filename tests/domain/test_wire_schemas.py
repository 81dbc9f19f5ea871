"""Every step's wire model obeys the strict subset of structured outputs and compiles in a real decoder."""

import json
from collections.abc import Iterator
from typing import Any

import llguidance
import pytest

from retention_coach.chain.steps import WITH_REPLY
from retention_coach.domain.base import Wire

WIRES = [pytest.param(step.reply.wire, id=step.id) for step in WITH_REPLY if step.reply]

FORBIDDEN = {
    "allOf", "oneOf", "not", "if", "then", "else", "patternProperties", "propertyNames", "prefixItems",
    "uniqueItems", "contains", "default", "minLength", "maxLength", "minimum", "maximum", "multipleOf", "pattern",
}  # fmt: skip
MOST_LEVELS = 10
MOST_PROPERTIES = 5_000
MOST_CHARACTERS = 120_000


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema object inside a schema, the names of properties not mistaken for keywords."""
    if isinstance(schema, list):
        for item in schema:
            yield from subschemas(item)
    elif isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key in {"properties", "$defs"}:
                for child in value.values():
                    yield from subschemas(child)
            elif isinstance(value, dict | list) and key not in {"enum", "required", "const"}:
                yield from subschemas(value)


def levels(schema: dict[str, Any], definitions: dict[str, Any]) -> int:
    """How deeply objects and arrays are nested."""
    if "$ref" in schema:
        return levels(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    inner = [
        *schema.get("properties", {}).values(),
        *schema.get("anyOf", []),
        *([schema["items"]] if "items" in schema else []),
    ]
    own = 1 if schema.get("type") in {"object", "array"} else 0
    return own + max((levels(child, definitions) for child in inner), default=0)


@pytest.mark.parametrize("wire", WIRES)
def test_objects_are_closed_and_complete(wire: type[Wire]) -> None:
    """Nothing extra, everything required, no free dictionary, no untyped value."""
    for schema in subschemas(wire.model_json_schema()):
        assert not FORBIDDEN & schema.keys(), schema
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
            assert set(schema["required"]) == set(schema["properties"])
        if schema.get("type") == "array":
            assert "type" in schema["items"] or "$ref" in schema["items"]


@pytest.mark.parametrize("wire", WIRES)
def test_sizes_stay_within_the_published_limits(wire: type[Wire]) -> None:
    """At most ten levels, five thousand properties and 120,000 characters of names and enums."""
    schema = wire.model_json_schema()
    assert schema["type"] == "object"
    assert levels(schema, schema.get("$defs", {})) <= MOST_LEVELS
    names = [name for part in subschemas(schema) for name in part.get("properties", {})]
    enums = [value for part in subschemas(schema) for value in part.get("enum", [])]
    assert len(names) <= MOST_PROPERTIES
    assert sum(map(len, [*names, *enums, *schema.get("$defs", {})])) <= MOST_CHARACTERS


@pytest.mark.parametrize("wire", WIRES)
def test_every_field_and_model_is_described(wire: type[Wire]) -> None:
    """People and models read the descriptions: none is missing, none stands beside a reference."""
    schema = wire.model_json_schema()
    for part in [schema, *schema.get("$defs", {}).values()]:
        assert part.get("description"), part.get("title")
        for name, field in part.get("properties", {}).items():
            assert ("description" in field) != ("$ref" in field), (part.get("title"), name)


@pytest.mark.parametrize("wire", WIRES)
def test_a_constrained_decoder_compiles_the_schema(wire: type[Wire]) -> None:
    """The decoder fails closed: what it compiles, other servers enforce or ignore."""
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps(wire.model_json_schema()))
    assert llguidance.LLMatcher.validate_grammar(grammar) == ""


def test_a_decoder_would_refuse_a_schema_outside_the_subset() -> None:
    """The check above can fail: a schema with a forbidden keyword does not compile."""
    grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps({"type": "object", "if": {}, "then": {}}))
    assert llguidance.LLMatcher.validate_grammar(grammar) != ""
