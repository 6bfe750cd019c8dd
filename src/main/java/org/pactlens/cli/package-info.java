/**
 * The command line: verbs, messages, progress, exit codes.
 */
package org.pactlens.cli;
