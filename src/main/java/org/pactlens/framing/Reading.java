package org.pactlens.framing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A passage with all that is known of who speaks in it. */
final class Reading {
    private final Passage passage;
    private final Claims claims;
    private final Zones zones;
    private final List<QuotationFinder.Found> found;
    private final int[] foundOfMark;

    Reading(Passage passage, Mentions mentions) {
        this.passage = passage;
        this.claims = Claims.of(passage, mentions);
        this.zones = Zones.of(passage, claims);
        this.found = QuotationFinder.in(passage, claims);
        this.foundOfMark = new int[passage.marked().size()];
        Arrays.fill(foundOfMark, -1);
        for (int i = 0; i < found.size(); i++) {
            foundOfMark[passage.marked().indexOf(found.get(i).marked())] = i;
        }
    }

    Passage passage() {
        return passage;
    }

    Claims claims() {
        return claims;
    }

    /**
     * Who speaks in a span.
     *
     * @param group whose claim it is
     * @param said the quotation that holds it, or null
     */
    record Voiced(Voice voice, String group, Quotation said) {}

    /** The one voice of a span: that of its first code point where it crosses a bound. */
    Voiced voice(int start, int end) {
        int mark = passage.markAt(start);
        if (mark < 0) {
            mark = passage.markAt(end - 1);
        }
        boolean marked = mark >= 0 && !passage.marked().get(mark).title();
        QuotationFinder.Found here = marked && foundOfMark[mark] >= 0 ? found.get(foundOfMark[mark]) : null;
        if (here != null && here.said() != null && here.said().speaker() != null) {
            return new Voiced(Voice.QUOTED, orOther(here.said().group()), here.said());
        }
        Zone zone = zones.reporting(start, end);
        if (zone != null) {
            String group =
                    zone.who() == null ? Groups.OTHER : orOther(zone.who().group());
            return new Voiced(Voice.REPORTED, group, here == null ? null : here.said());
        }
        if (here != null) {
            return new Voiced(Voice.REPORTED, Groups.OTHER, here.said());
        }
        return new Voiced(passage.isTitle() ? Voice.HEADLINE : Voice.OUTLET, Groups.OUTLET, null);
    }

    private static String orOther(String group) {
        return group == null ? Groups.OTHER : group;
    }

    /** Quotations between marks and reported clauses, in text order. */
    List<Quotation> quotations() {
        List<Quotation> all = new ArrayList<>();
        for (QuotationFinder.Found one : found) {
            if (one.said() != null) {
                all.add(one.said());
            }
        }
        all.addAll(IndirectSpeech.in(passage, zones));
        all.sort(java.util.Comparator.comparing(Quotation::span));
        return all;
    }
}
