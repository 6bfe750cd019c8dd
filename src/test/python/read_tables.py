"""Opens every table of a lake by deltalake, by DuckDB over Arrow and, where it is installed, by PySpark; the rows must be
the same and every column, fields of nested ones included, must have a comment.

    python read_tables.py LAKE [JAR of the job, for PySpark with Delta]
"""
import importlib.util
import json
import os
import sys
import time
from datetime import date, datetime, timezone
from pathlib import Path

import duckdb
from deltalake import DeltaTable


def plain(value):
    """A value as every reader gives it in the end: UTC times, lists, dicts, nine digits of a float."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=value.tzinfo or timezone.utc).astimezone(timezone.utc).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.9g}"
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return value


def lines(rows):
    return sorted(json.dumps(plain(row), sort_keys=True, ensure_ascii=False) for row in rows)


def without_comment(fields, prefix=""):
    for field in fields:
        name = prefix + field["name"]
        if not field["metadata"].get("comment"):
            yield name
        inner = field["type"]
        while isinstance(inner, dict) and inner["type"] == "array":
            inner = inner["elementType"]
        if isinstance(inner, dict) and inner["type"] == "struct":
            yield from without_comment(inner["fields"], name + ".")


def session(jar):
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.master("local[2]")
        .config("spark.jars", jar)
        .config("spark.driver.memory", "1g")
        .config("spark.driver.extraClassPath", jar)
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )


def main(lake, jar):
    spark = None
    if jar and importlib.util.find_spec("pyspark"):
        os.environ["TZ"] = "UTC"
        time.tzset()
        spark = session(jar)
    else:
        print("skipped: PySpark is not installed (notebooks/requirements-spark.txt) or no job jar was named")
    tables = sorted(path.parent.name for path in Path(lake).glob("*/_delta_log"))
    assert tables, f"no table lies in {lake}"
    for name in tables:
        path = str(Path(lake, name))
        delta = DeltaTable(path)
        arrow = delta.to_pyarrow_table()
        bare = list(without_comment(json.loads(delta.schema().to_json())["fields"]))
        assert not bare, f"{name}: no comment on {bare}"
        expected = lines(arrow.to_pylist())

        connection = duckdb.connect()
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("t", arrow)
        assert connection.sql("SELECT count(*) FROM t").fetchone()[0] == len(expected), name
        assert lines(connection.sql("SELECT * FROM t").to_arrow_table().to_pylist()) == expected, f"{name} by DuckDB"

        if spark:
            found = lines(row.asDict(recursive=True) for row in spark.read.format("delta").load(path).collect())
            assert found == expected, f"{name} by PySpark: {difference(found, expected)}"
        print(f"{name}: {len(expected)} rows, the same by every reader")
    if spark:
        spark.stop()


def difference(found, expected):
    return sorted(set(found) ^ set(expected))[:2]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
