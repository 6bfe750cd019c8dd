/**
 * The byte screen: can this payload hold the study's required concepts? Must never drop what the relevance rule could accept.
 */
package org.pactlens.screen;
