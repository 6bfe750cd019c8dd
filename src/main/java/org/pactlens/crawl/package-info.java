/**
 * Pure readers of web archives, folders and news dumps: one value per record, one value per damaged byte range.
 *
 * <p>Knows the formats and nothing else: no subject, no Spark, no tables, no clock. Bytes come in through
 * {@link org.pactlens.crawl.ByteSource}, which the edge binds to a file system. All input is hostile: every loop here
 * makes progress, and what it keeps is bounded by {@link org.pactlens.crawl.Limits}.
 */
package org.pactlens.crawl;
