/**
 * Formulas with their sources: intervals, effective sizes, tests, agreement. Uses the JDK only.
 */
package org.pactlens.stats;
