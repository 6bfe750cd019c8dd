/**
 * The Spark data source {@code warc}: web archives as tables, whole or damaged (docs/warc-data-source.md). Knows the crawl
 * readers and Spark's connector interfaces; knows no study, no table of the lake and no job.
 */
package org.pactlens.source;
