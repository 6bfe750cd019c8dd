/** A study from a few documents: which of their words tell the event, and the files in which a person edits them. */
package org.pactlens.relevance.draft;
