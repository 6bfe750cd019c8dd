/**
 * Scores outputs against gold files, as the project's referees do.
 */
package org.pactlens.evaluate;
