/**
 * From the bytes of a page or document to an article. Knows Tika and jsoup, but no study's subject and no table.
 */
package org.pactlens.extract;
