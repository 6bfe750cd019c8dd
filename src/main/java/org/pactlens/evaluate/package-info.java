/**
 * Scores outputs against gold: extraction, coding, quotations, story families, relevance. Knows the keys of the
 * contract's rows and of the gold files, and agrees with the project's referees figure for figure; knows no other room
 * but the formulas of {@code stats}, and reads no file.
 */
package org.pactlens.evaluate;
