/**
 * The stages of a run: binds rules to datasets, orders, resumes and accounts for them.
 */
package org.pactlens.job;
