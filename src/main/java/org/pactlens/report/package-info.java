/**
 * One HTML page from the figures of a run: text, tables and pictures drawn as SVG. Knows neither where the figures come
 * from nor where the page goes; it tells the queries that the figures are rows of.
 */
package org.pactlens.report;
