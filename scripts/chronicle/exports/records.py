"""The records themselves as JSON: one document, and one record a line.

Formats: RFC 8259 (JSON) and JSON Lines (jsonlines.org). A record has the keys of its YAML, in the model's order; only
keys that the YAML has are there. Computed keys come beside them under names that no record uses: ``id``, ``type``,
``path`` of the page in each language, and ``gregorian`` within every date, the Gregorian date as EDTF.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .. import walk
from ..labels import LABELS, LANGS
from ..load import Loaded
from ..model import Dating, Part, Record
from .site import LICENCE, PREFIX, File, Site


def files(site: Site, folder: str) -> Iterator[File]:
    """Yield records.json and records.jsonl."""
    several = [of(loaded, site) for loaded in site.graph.library.records.values()]
    lines = [json.dumps(one, ensure_ascii=False) for one in several]
    head = {"title": LABELS["site"][0], "url": f"{site.base}/", "license": LICENCE}
    about = "".join(f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items())
    document = "{" + about + '"records": [\n' + ",\n".join(lines) + "\n]}\n"
    yield f"{folder}records.json", document.encode()
    yield f"{folder}records.jsonl", "".join(f"{line}\n" for line in lines).encode()


def of(loaded: Loaded[Record], site: Site) -> dict[str, Any]:
    """Return one record as JSON has it."""
    path = {lang: PREFIX[lang] + site.graph.path(loaded.id) for lang in LANGS}
    return {"id": loaded.id, "type": loaded.record.type, "path": path, **_mapping(loaded.record)}


def _mapping(part: Part) -> dict[str, Any]:
    given = part.model_fields_set
    found = {key: _value(getattr(part, name)) for name, key, _ in walk.fields(type(part)) if name in given}
    gregorian = part.gregorian() if isinstance(part, Dating) else None
    return found | ({"gregorian": gregorian} if gregorian else {})


def _value(value: Any) -> Any:
    if isinstance(value, Part):
        return _mapping(value)
    return [_value(one) for one in value] if isinstance(value, list) else value
