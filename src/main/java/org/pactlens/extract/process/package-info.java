/**
 * Reads documents that can loop or overflow in a child JVM that can be ended. Knows processes and Tika's parsers; decides
 * nothing about articles.
 */
package org.pactlens.extract.process;
