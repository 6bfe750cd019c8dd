/**
 * The study as data: event, look-alikes, codebook, outlets, agencies, phases; loaded, validated and fingerprinted. Knows no crawl and no engine.
 */
package org.pactlens.study;
