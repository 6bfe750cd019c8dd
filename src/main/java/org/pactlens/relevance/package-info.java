/**
 * Is an article about the event of the study? Score, grade, look-alike, and the evidence for them.
 */
package org.pactlens.relevance;
