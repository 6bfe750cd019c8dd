/**
 * The sample crawl: invented outlets and texts of our own, kept as readable sources in {@code sample/} and built into
 * archives and a drop folder, the same bytes each time. Knows no rule and no table.
 */
package org.pactlens.sample;
