"""Reads an archive through the data source warc: read_archive.py ARCHIVE JOB_JAR. Prints what it found, a line each."""

import sys

try:
    from pyspark.sql import SparkSession, functions as f
except ImportError:
    print("skipped: this Python has no pyspark (notebooks/requirements-spark.txt)")
    sys.exit(0)

archive, jar = sys.argv[1:3]
spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.jars", jar)
    .config("spark.ui.enabled", "false")
    .config("spark.sql.session.timeZone", "UTC")
    .getOrCreate()
)
pages = spark.read.format("warc").load(archive)
print("columns:", ", ".join(f"{name} {kind}" for name, kind in pages.dtypes))
print("records:", pages.count())

ok = pages.where((f.col("record_type") == "response") & f.col("http_status").isin(200, 203))
print("status 200:", ok.count())
row = ok.where(f.col("host") == "news1.example").select("target_uri", "captured_at", "payload", "http_headers").first()
print("first:", row.target_uri, row.captured_at.isoformat(), bytes(row.payload).decode(), row.http_headers["x-a"])
print("since:", pages.where("captured_at >= timestamp'2024-06-20 00:00:00'").count())

spark.sql(f"CREATE TEMPORARY VIEW crawl USING warc OPTIONS (path '{archive}')")
print("by host:", [tuple(r) for r in spark.sql("SELECT host, count(*) FROM crawl GROUP BY host ORDER BY host").collect()])
