/**
 * Text as values: spans, folding, term matching, sentences, language. Knows no study, no file format and no engine.
 */
package org.pactlens.text;
