/** What every room may know: the one kind of error that is the user's to mend. */
package org.pactlens;
