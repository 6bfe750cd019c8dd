package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.text.Span;

/** Reported clauses as quotations without marks. */
final class IndirectSpeech {
    private static final int LEAST_WORDS = 3;

    private IndirectSpeech() {}

    static List<Quotation> in(Passage passage, Zones zones) {
        List<Quotation> all = new ArrayList<>();
        for (int i = 0; i < passage.periods().size(); i++) {
            int covered = -1;
            for (Zone zone : zones.in(i)) {
                if (zone.from() < covered || zone.claim() == null || zone.who() == null || holdsMarks(passage, zone)) {
                    continue;
                }
                Span span = trimmed(passage, zone);
                if (span != null && words(passage, span) >= LEAST_WORDS) {
                    all.add(quotation(passage, zone, span));
                    covered = zone.to();
                }
            }
        }
        return all;
    }

    private static Quotation quotation(Passage passage, Zone zone, Span span) {
        Claim claim = zone.claim();
        double certainty = claim.kind() == Claim.Kind.THINK || claim.kind() == Claim.Kind.WANT
                ? 0.4
                : claim.named() == null ? 0.5 : 0.7;
        return new Quotation(
                span,
                passage.isTitle(),
                passage.cut(span.start(), span.end()),
                Quotation.Kind.INDIRECT,
                zone.who().text(),
                zone.who().group(),
                passage.cut(claim.cueStart(), claim.cueEnd()),
                null,
                certainty);
    }

    private static boolean holdsMarks(Passage passage, Zone zone) {
        for (int i = zone.from(); i < zone.to(); i++) {
            if (passage.markAt(i) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Span trimmed(Passage passage, Zone zone) {
        int start = zone.from();
        int end = zone.to();
        while (start < end && !Character.isLetterOrDigit(passage.chars()[start])) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(passage.chars()[end - 1])) {
            end--;
        }
        return start < end ? new Span(start, end) : null;
    }

    private static int words(Passage passage, Span span) {
        int words = 1;
        for (int i = span.start(); i < span.end(); i++) {
            words += Marks.isBlank(passage.chars()[i]) ? 1 : 0;
        }
        return passage.habits().blanks() ? words : span.length() / 2;
    }
}
