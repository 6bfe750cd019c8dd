/**
 * Counts the coded articles: per outlet, pair of outlets, day and word. Knows tables and the formulas of {@code stats};
 * knows no crawl and no coding rule.
 */
package org.pactlens.job.statistics;
