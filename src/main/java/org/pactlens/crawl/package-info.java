/**
 * Pure readers of web archives and folders: one value per record, one value per damaged byte range. Knows nothing of the treaty, of Spark or of tables.
 */
package org.pactlens.crawl;
