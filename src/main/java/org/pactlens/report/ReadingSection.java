package org.pactlens.report;

import org.pactlens.report.ReportData.Subject;

/** What the figures mean, and what they do not. */
final class ReadingSection implements Section {
    @Override
    public void write(Markup html, ReportData data) {
        Subject subject = data.subject();
        String level = Format.percent(subject.confidence());
        html.open("ul");
        item(
                html,
                "A share counts stories.",
                "Copies and versions of one text within an outlet are one story. \u201c34% of 41\u201d means: of 41"
                        + " stories the outlet told about the event, about a third have the frame. It does not mean a"
                        + " third of the words, of the readers or of the outlet's whole output.");
        item(
                html,
                "Own voice is not quoted voice.",
                "A frame counts as the outlet's own only in its headline or in its text outside quotations and reported"
                        + " speech. Whom an outlet lets speak is shown apart, under voices. A frame in the own voice is a"
                        + " wording, not proof of an opinion.");
        item(
                html,
                "The line is the uncertainty.",
                "It is the " + level
                        + " Wilson interval on the number of stories. That one dot lies higher than another is"
                        + " no finding: the tables have each outlet's difference from the others of its language with"
                        + " its interval, and q, its p value corrected for the number of tests.");
        item(
                html,
                "Few stories are marked, very few give no share.",
                "Below " + subject.unmarkedStories() + " stories the dot is hollow and the line dashed; below "
                        + subject.minimumStories() + " there is no dot. No share is not a share of zero.");
        item(
                html,
                "The crawl is the sample.",
                "All is about the pages that were crawled. A day without a crawl is a gap, not a day without news, and an"
                        + " outlet that was crawled thinly may have written more.");
        item(
                html,
                "A program coded it.",
                "Relevance, frames and speakers are found by rules and word lists and are sometimes wrong. The tables"
                        + " evidence, frames and quotations hold the exact words behind every count.");
        html.closeLine();
    }

    private static void item(Markup html, String claim, String reason) {
        html.open("li").element("strong", claim).text(" " + reason).closeLine();
    }
}
