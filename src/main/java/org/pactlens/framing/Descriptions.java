package org.pactlens.framing;

import java.util.EnumSet;
import java.util.Set;
import org.pactlens.framing.Word.Role;

/** Speakers that no list holds, by their place at a word of saying: "one worker told", "said some deans". */
final class Descriptions {
    /** Words. */
    private static final int LONGEST_DESCRIPTION = 5;

    private static final int LONGEST_BEFORE = 7;
    private static final int LEAST_BARE = 3;

    /** Letters: less is an adverb or a particle. */
    private static final int LEAST_DESCRIPTION = 4;

    private static final Set<Role> ENDS_DESCRIPTION = EnumSet.of(
            Role.ASIDE,
            Role.THAT,
            Role.CLAUSE,
            Role.NOT,
            Role.AND,
            Role.HE,
            Role.SHE,
            Role.THEY,
            Role.IT,
            Role.SAY,
            Role.BY_PREFIX);

    private final Passage passage;
    private final int[] chars;

    Descriptions(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
    }

    /**
     * "A member of the board said", "the old mayor look-alike said": from a determiner up to the verb. No mention may
     * end it; one may stand inside.
     *
     * @param near the mention that would be taken otherwise, or null
     * @return null where no such words stand right before the verb
     */
    Mention before(Word cue, Period period, Mention near) {
        if (!passage.habits().blanks()
                || passage.habits().verbLast()
                || passage.habits().verbFirst()) {
            return null;
        }
        int end = skipAdverbs(cue.start(), period);
        if (near != null && near.end() >= end) {
            return null;
        }
        int start = -1;
        int at = end;
        for (int words = 0; words < LONGEST_BEFORE && at > period.start(); words++) {
            int to = blanksBefore(at, period);
            int from = wordStart(to, period.start());
            if (from == to || passage.markAt(from) >= 0) {
                break;
            }
            boolean of = isOf(from, to);
            if (passage.has(Role.DETERMINER, from, to)) {
                start = from;
            } else if (!of && (start >= 0 || passage.wordOver(ENDS_DESCRIPTION, from, to) != null)) {
                boolean beside = passage.has(Role.ASIDE, from, to)
                        || near != null && passage.has(Role.AND, from, to) && from - near.end() <= 1;
                return start < 0 || beside ? null : described(start, end);
            } else if (of) {
                start = -1;
            }
            at = from;
        }
        return start < 0 ? null : described(start, end);
    }

    /** In a language without articles: the one common noun right before the verb, no preposition before it. */
    Mention bare(Word cue, Period period) {
        int end = skipAdverbs(cue.start(), period);
        int start = wordStart(end, period.start());
        int to = blanksBefore(start, period);
        boolean aside = passage.has(Role.ASIDE, wordStart(to, period.start()), to);
        boolean noun = end - start >= LEAST_BARE
                && Character.isLowerCase(chars[start])
                && passage.wordOver(ENDS_DESCRIPTION, start, end) == null
                && !passage.has(Role.NO_NAME, start, end);
        return noun && !aside
                ? new Mention(
                        Mention.Kind.OFFICE, start, end, passage.cut(start, end), Groups.OTHER, Mention.Place.SUBJECT)
                : null;
    }

    /** An office and the common nouns behind it that belong to it, up to a stop; else the office alone. */
    String widened(Mention office) {
        int end = office.end();
        for (int words = 0; words < LONGEST_DESCRIPTION; words++) {
            int from = end + 1;
            int to = from;
            while (to < chars.length && Character.isLowerCase(chars[to])) {
                to++;
            }
            if (to <= from || chars[end] != ' ' || passage.markAt(from) >= 0) {
                break;
            }
            end = to;
        }
        boolean stops = end == chars.length || ".,:\n".indexOf(chars[end]) >= 0;
        return stops ? passage.cut(office.start(), end) : office.text();
    }

    private Mention described(int start, int end) {
        int last = wordStart(end, start);
        boolean none = last == start || Character.isUpperCase(chars[last]) || passage.has(Role.NO_NAME, last, end);
        return none
                ? null
                : new Mention(
                        Mention.Kind.OFFICE, start, end, passage.cut(start, end), Groups.OTHER, Mention.Place.SUBJECT);
    }

    private boolean isOf(int from, int to) {
        return passage.has(Role.LINK, from, to) && !passage.has(Role.DETERMINER, from, to);
    }

    /** Words that may stand between a subject and its verb: "has", "also", "repeatedly". */
    private int skipAdverbs(int cue, Period period) {
        int end = blanksBefore(cue, period);
        while (end > period.start()) {
            int from = wordStart(end, period.start());
            if (from == end || !passage.has(Role.ADVERB, from, end)) {
                return end;
            }
            end = blanksBefore(from, period);
        }
        return end;
    }

    private int blanksBefore(int at, Period period) {
        return passage.lastBefore(at, period.start()) + 1;
    }

    private int wordStart(int to, int floor) {
        int from = to;
        while (from > floor && (Character.isLetterOrDigit(chars[from - 1]) || "-'’".indexOf(chars[from - 1]) >= 0)) {
            from--;
        }
        return from;
    }

    /** "...," said some deans: the words behind the verb up to the next function word or stop, if nobody is listed. */
    Mention behind(Word cue, Period period) {
        int start = cue.end();
        while (start < period.end() && chars[start] == ' ') {
            start++;
        }
        int end = start;
        for (int words = 0; words < LONGEST_DESCRIPTION; words++) {
            int from = end == start ? start : end + 1;
            int to = from;
            while (to < period.end() && (Character.isLetterOrDigit(chars[to]) || chars[to] == '-')) {
                to++;
            }
            if (to == from || passage.markAt(from) >= 0 || passage.wordOver(ENDS_DESCRIPTION, from, to) != null) {
                break;
            }
            end = to;
            if (end >= period.end() || chars[end] != ' ') {
                break;
            }
        }
        return end - start < LEAST_DESCRIPTION || !Character.isLowerCase(chars[start])
                ? null
                : new Mention(Mention.Kind.OFFICE, start, end, passage.cut(start, end), null, Mention.Place.SUBJECT);
    }
}
