package org.pactlens.report;

/** One part of the page, below its heading. */
interface Section {
    void write(Markup html, ReportData data);
}
