package org.pactlens.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.pactlens.lake.Publication.Step;

/**
 * What a run does to captures and articles; all other tables follow from these two.
 *
 * @param captures the table {@code captures} as it will be
 * @param articles the table {@code articles} as it will be
 * @param steps that bring the lake there, for all tables of the ingest
 */
record Change(Dataset<Row> captures, Dataset<Row> articles, List<Step> steps) {}
