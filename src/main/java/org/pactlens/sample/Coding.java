package org.pactlens.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pactlens.text.Span;

/**
 * How a careful coder codes a document. Wordings are quoted, never numbered: the builder finds them.
 *
 * @param grade relevance, 0..3
 * @param coded whether frames, quotations, names and Article 4 flags were coded; else only grade and family hold
 * @param article4 wording of each flag that is true
 * @param target of a frame: id of the codebook, or empty where undecided
 */
record Coding(
        int grade,
        Optional<String> nearMissOf,
        boolean coded,
        List<Frame> frames,
        List<Quotation> quotations,
        List<Mark> names,
        List<Label> leaderLabels,
        Map<String, Mark> article4,
        Optional<Wire> wire) {
    Coding {
        if (grade < 0 || grade > 3) {
            throw new IllegalStateException("grade " + grade + " is not 0 to 3");
        }
    }

    /** A wording and which of its occurrences is meant, in the title or in the text. */
    record Mark(String term, int nth, boolean inTitle) {
        /** Where the occurrence begins in a title or text, or -1. */
        int indexIn(String place) {
            int at = -1;
            for (int i = 0; i < nth; i++) {
                at = place.indexOf(term, at + 1);
                if (at < 0) {
                    return -1;
                }
            }
            return at;
        }

        /** Where it stands in title, blank line, text. */
        Span span(SampleDocument document) {
            int at = indexIn(inTitle ? document.title() : document.text());
            if (at < 0) {
                throw new IllegalStateException("sample document " + document.id() + " does not hold \"" + term + "\" "
                        + nth + " times in its " + (inTitle ? "title" : "text"));
            }
            int from = inTitle ? at : at + document.title().length() + 2;
            return Span.ofUtf16(document.whole(), from, from + term.length());
        }
    }

    record Frame(String frame, String voice, String group, Optional<String> target, Mark mark) {}

    record Quotation(String group, String speaker, Mark mark) {}

    record Label(String voice, Mark mark) {}

    /** An agency's credit and where it stands: dateline, lead, credit, tail; named_source is relayed news, no copy. */
    record Wire(String basis, String agency) {
        boolean isCopy() {
            return !basis.equals("named_source");
        }
    }
}
