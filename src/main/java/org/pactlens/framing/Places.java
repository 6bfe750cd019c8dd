package org.pactlens.framing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pactlens.framing.Word.Role;

/** Whether what is named in a passage stands as a subject: by the particle or case behind it, or by what is before it. */
final class Places {
    private static final Set<Role> STATES = EnumSet.of(Role.STATE);

    private final Passage passage;
    private final int[] chars;

    Places(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
    }

    /** The place of the words in [start, end). */
    Mention.Place of(int start, int end, Period period) {
        List<String> marks = passage.habits().subjectMarks();
        if (!marks.isEmpty()) {
            return behind(marks, end, period);
        }
        if (passage.habits().verbLast() && isInflected(end, period)) {
            return Mention.Place.ASIDE;
        }
        if (passage.habits().verbFirst() && isJoinedPreposition(start, end)) {
            return Mention.Place.ASIDE;
        }
        int before = start;
        int skipped = 0;
        while (before > period.start() && skipped < 2) {
            int to = passage.lastBefore(before, period.start()) + 1;
            int from = to;
            while (from > period.start() && Character.isLetterOrDigit(chars[from - 1])) {
                from--;
            }
            if (!passage.habits().blanks()) {
                from = Math.max(period.start(), to - 1);
            }
            if (from == to) {
                return Mention.Place.SUBJECT;
            }
            if (passage.has(Role.ASIDE, from, to)) {
                return Mention.Place.ASIDE;
            }
            if (to - from > 3 || !passage.habits().blanks()) {
                return Mention.Place.SUBJECT;
            }
            before = from;
            skipped++;
        }
        return Mention.Place.SUBJECT;
    }

    /** Arabic "to" is written as one word with a state's name. */
    private boolean isJoinedPreposition(int start, int end) {
        return chars[start] == 'ل' && passage.wordOver(STATES, start, end) != null;
    }

    /** A case ending behind an apostrophe, or a postposition: no subject. */
    private boolean isInflected(int end, Period period) {
        if (end < period.end() && (chars[end] == '\'' || chars[end] == '’')) {
            return true;
        }
        return passage.words(Role.ASIDE, end, Math.min(end + 8, period.end())).stream()
                .anyMatch(word -> word.start() - end <= 1);
    }

    /** By the particle right behind, honorifics passed over. */
    private Mention.Place behind(List<String> marks, int end, Period period) {
        int at = end;
        for (String honorific : passage.habits().honorifics()) {
            int length = honorific.codePointCount(0, honorific.length());
            if (at == end
                    && at + length <= period.end()
                    && passage.cut(at, at + length).equals(honorific)) {
                at += length;
            }
        }
        for (String mark : marks) {
            int length = mark.codePointCount(0, mark.length());
            if (at + length <= period.end() && passage.cut(at, at + length).equals(mark)) {
                return mark.equals(marks.get(0)) || mark.equals(marks.get(1)) && marks.size() > 3
                        ? Mention.Place.TOPIC
                        : Mention.Place.SUBJECT;
            }
        }
        return Mention.Place.ASIDE;
    }
}
