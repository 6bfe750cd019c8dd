/**
 * Who copied whom: shingles, candidate pairs, alignment, credits, story families. Pure rules over article texts.
 */
package org.pactlens.reuse;
