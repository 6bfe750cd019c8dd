/**
 * The tables: declared once, written by a publish protocol, described by a dictionary made from the declarations.
 */
package org.pactlens.lake;
