"""The folder data/ of the site: everything at once, for programs and for people who compute.

Formats: CSV by RFC 4180 in UTF-8 (lines end in CR LF, an empty cell is a value that is not known); SQLite 3; a Data
Package 2.0 (datapackage.org) with a Table Schema for each table; SHA256SUMS as the program ``sha256sum`` reads it.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from ..labels import LABELS
from . import places, records, references
from .columns import Row, Table, Value
from .site import LICENCE, File, Site
from .statements import STATEMENTS
from .tables import RECORDS

FOLDER = "data/"
TABLES = (*RECORDS, *STATEMENTS)
"""Every table, in the order in which they are listed."""

Lines = list[tuple[Value, ...]]
TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "REAL"}
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "sqlite": "application/vnd.sqlite3",
}
NOTICE = """{title}
{base}/

Texts and data: Creative Commons Attribution 4.0 International (CC BY 4.0)
{licence}

You may copy, change and share all files in this folder, for any purpose, if you
name the source: "{publisher}", with the address of the page or file used, and
say what you changed. The works cited keep the rights of their owners.
"""


def files(site: Site) -> Iterator[File]:
    """Yield every file of data/."""
    lines = {table.name: _lines(table, site) for table in TABLES}
    made = dict(records.files(site, FOLDER))
    made |= {f"{FOLDER}{table.name}.csv": sheet(table, lines[table.name]) for table in TABLES}
    made |= dict([places.file(site, FOLDER)])
    made |= dict(references.of_all_sources(site, FOLDER))
    made[f"{FOLDER}chronicle.sqlite"] = database(lines)
    made[f"{FOLDER}datapackage.json"] = package(made, site)
    made[f"{FOLDER}LICENSE.txt"] = _notice(site)
    yield from made.items()
    sums = [f"{_sha256(content)}  {name.removeprefix(FOLDER)}\n" for name, content in sorted(made.items())]
    yield f"{FOLDER}SHA256SUMS", "".join(sums).encode()


def _lines(table: Table, site: Site) -> Lines:
    return [_line(table, row) for row in table.rows(site)]


def _line(table: Table, row: Row) -> tuple[Value, ...]:
    return tuple(column.value(row) for column in table.columns)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sheet(table: Table, lines: Lines) -> bytes:
    """Return a table as CSV, the names of its columns first."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows(lines)
    return text.getvalue().encode()


def database(lines: Mapping[str, Lines]) -> bytes:
    """Return all tables as one SQLite database; the same rows give the same bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for table in TABLES:
            connection.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', lines[table.name])
        connection.execute("COMMIT")
        return connection.serialize()


def _create(table: Table) -> str:
    columns = [f'"{column.name}" {TYPES[column.type]}' for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    return f'CREATE TABLE "{table.name}" ({", ".join(columns + ([f"PRIMARY KEY ({key})"] if key else []))})'


def package(made: Mapping[str, bytes], site: Site) -> bytes:
    """Return datapackage.json, which describes the files ``made`` so far and every column of the tables."""
    publisher = LABELS["publisher"][0]
    newest = max((loaded.record.revisions[-1].date for loaded in site.graph.library.records.values()), default="")
    described: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "chronicle",
        "title": LABELS["site"][0],
        "description": "The records of the reference, their sources, figures, names and dates, in two languages.",
        "homepage": f"{site.base}/",
        "version": newest or "0",
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": publisher, "roles": ["publisher"]}],
        "resources": list(_resources(made)),
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _resources(made: Mapping[str, bytes]) -> Iterator[dict[str, Any]]:
    tables = {f"{FOLDER}{table.name}.csv": table for table in TABLES}
    for path, content in made.items():
        name = path.removeprefix(FOLDER)
        kind = name.rpartition(".")[2]
        resource = {
            "name": name.replace(".", "-") if path not in tables else tables[path].name,
            "path": name,
            "format": kind,
            "mediatype": MEDIA[kind],
            "bytes": len(content),
            "hash": f"sha256:{_sha256(content)}",
        }
        if kind != "sqlite":
            resource["encoding"] = "utf-8"
        yield resource | (_described(tables[path]) if path in tables else {})


def _described(table: Table) -> dict[str, Any]:
    fields: Sequence[dict[str, str]] = [
        {"name": column.name, "type": column.type, "description": column.description} for column in table.columns
    ]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {"type": "table", "title": table.description, "schema": schema}


def _notice(site: Site) -> bytes:
    told = NOTICE.format(title=LABELS["site"][0], base=site.base, licence=LICENCE, publisher=LABELS["publisher"][0])
    return told.encode()
