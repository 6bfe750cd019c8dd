/**
 * Quotations and voice, frame hits, article codes: what is said, in whose voice. Pure rules over an article's text.
 */
package org.pactlens.framing;
