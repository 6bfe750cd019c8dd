package org.pactlens.framing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pactlens.framing.Word.Role;

/** Finds the words of saying in each period and their subjects, by the word order of the language. */
final class Claims {
    /** A subject stands within this many characters of its verb, marks not counted. */
    private static final int FARTHEST_SUBJECT = 120;

    private static final int FARTHEST_INVERTED = 14;
    private static final int FARTHEST_SOURCE = 30;
    private static final int LONGEST_JOIN = 10;
    /** Words. */
    private static final int LONGEST_DESCRIPTION = 5;

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
    private final Mentions mentions;
    private final Referents referents;
    private final List<List<Claim>> byPeriod = new ArrayList<>();

    private Claims(Passage passage, Mentions mentions) {
        this.passage = passage;
        this.chars = passage.chars();
        this.mentions = mentions;
        this.referents = new Referents(passage, mentions);
    }

    static Claims of(Passage passage, Mentions mentions) {
        Claims claims = new Claims(passage, mentions);
        for (int i = 0; i < passage.periods().size(); i++) {
            claims.byPeriod.add(claims.read(i));
        }
        return claims;
    }

    List<Claim> in(int period) {
        return byPeriod.get(period);
    }

    Mentions mentions() {
        return mentions;
    }

    private List<Claim> read(int index) {
        Period period = passage.periods().get(index);
        List<Mention> named = mentions.in(index);
        List<Claim> claims = new ArrayList<>();
        for (Word cue : cues(period, named)) {
            Claim.Kind kind = Claim.Kind.valueOf(cue.role().name());
            Claim before = claims.isEmpty() ? null : claims.get(claims.size() - 1);
            Mention subject = subject(cue, kind, period, named, before);
            if (subject != null && isPaper(subject)) {
                continue;
            }
            Mention who = resolve(subject, kind, index, claims);
            claims.add(new Claim(kind, cue.start(), cue.end(), who, subject));
        }
        if (!claims.isEmpty()) {
            for (int i = claims.size() - 1; i >= 0; i--) {
                if (claims.get(i).who() != null) {
                    referents.spoke(index, claims.get(i).who());
                    break;
                }
            }
        }
        return claims;
    }

    private Mention resolve(Mention subject, Claim.Kind kind, int period, List<Claim> claims) {
        if (subject != null) {
            return referents.of(subject, period);
        }
        if (kind == Claim.Kind.BY_OPINION) {
            return referents.lastSpeaker(period);
        }
        if (passage.habits().verbLast() || passage.habits().wide()) {
            for (int i = claims.size() - 1; i >= 0; i--) {
                if (claims.get(i).who() != null) {
                    return claims.get(i).who();
                }
            }
            return kind == Claim.Kind.SAY ? referents.lastSpeaker(period) : null;
        }
        return null;
    }

    /** Words of saying outside marks and names, longest first, none overlapping. */
    private List<Word> cues(Period period, List<Mention> named) {
        List<Word> cues = new ArrayList<>();
        int mention = 0;
        for (int i = passage.firstWord(period.start()); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= period.end()) {
                break;
            }
            boolean cue =
                    switch (word.role()) {
                        case SAY, THINK, WANT, BY_PREFIX, BY_SUFFIX, BY_OPINION -> true;
                        default -> false;
                    };
            if (!cue || passage.markAt(word.start()) >= 0 || isNoCue(word)) {
                continue;
            }
            while (mention < named.size() && named.get(mention).end() <= word.start()) {
                mention++;
            }
            if (mention < named.size()
                    && word.overlaps(
                            named.get(mention).start(), named.get(mention).end())) {
                if (named.get(mention).kind() != Mention.Kind.OFFICE
                        || word.start() > named.get(mention).start()) {
                    continue;
                }
            }
            Word last = cues.isEmpty() ? null : cues.get(cues.size() - 1);
            if (last == null || last.end() <= word.start()) {
                cues.add(word);
            } else if (word.end() - word.start() > last.end() - last.start()
                    || word.start() == last.start()
                            && word.end() == last.end()
                            && word.role().ordinal() > last.role().ordinal()
                            && word.role() != Role.THINK) {
                cues.set(cues.size() - 1, word);
            }
        }
        return cues;
    }

    private boolean isNoCue(Word cue) {
        for (int i = passage.firstWord(Math.max(0, cue.start() - 20));
                i < passage.words().size();
                i++) {
            Word word = passage.words().get(i);
            if (word.start() >= cue.end()) {
                return false;
            }
            if (word.role() == Role.NO_CUE && word.start() <= cue.start() && word.end() >= cue.end()) {
                return true;
            }
        }
        return false;
    }

    /** A form of the event's name or one of its clauses: telling its content is nobody's claim. */
    private boolean isPaper(Mention source) {
        for (int i = passage.firstWord(source.start()); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= source.end()) {
                return false;
            }
            boolean paper = word.role() == Role.NAME || word.role() == Role.FLAG || word.role() == Role.PAPER;
            if (paper && source.kind() == Mention.Kind.OFFICE) {
                return true;
            }
        }
        return false;
    }

    private boolean joinsVerb(Word cue) {
        List<Word> joins = passage.words(Role.AND, Math.max(0, cue.start() - 12), cue.start());
        return !joins.isEmpty();
    }

    private Mention subject(Word cue, Claim.Kind kind, Period period, List<Mention> named, Claim before) {
        return switch (kind) {
            case BY_PREFIX -> after(cue, period, named, FARTHEST_SOURCE, true);
            case BY_SUFFIX -> nearestBefore(cue, named, period.start(), true);
            case BY_OPINION -> null;
            case SAY, THINK, WANT -> verbSubject(cue, period, named, before);
        };
    }

    private Mention verbSubject(Word cue, Period period, List<Mention> named, Claim before) {
        Habits habits = passage.habits();
        if (habits.verbFirst()) {
            Mention behind = after(cue, period, named, FARTHEST_SOURCE, false);
            return behind != null ? behind : nearestBefore(cue, named, period.start(), false);
        }
        if (habits.verbLast()) {
            return habits.subjectMarks().isEmpty()
                    ? firstSince(cue, period, named, before)
                    : topicBefore(cue, named, period);
        }
        if (before != null
                && before.named() != null
                && !before.kind().isBy()
                && joinsVerb(cue)
                && before.subjectBefore()) {
            return before.named();
        }
        int clause = clauseStart(cue.start(), period);
        Mention near = apposed(cue, named, period);
        if (near == null) {
            near = nearestBefore(cue, named, clause, false);
        }
        if (near != null) {
            return near;
        }
        boolean ends = behindMarks(cue, period);
        Mention inverted = after(cue, period, named, ends ? FARTHEST_SOURCE * 2 : FARTHEST_INVERTED, false);
        if (inverted != null && !passage.habits().wide()) {
            return inverted;
        }
        Mention described = ends && !passage.habits().wide() ? describedBehind(cue, period) : null;
        if (described != null) {
            return described;
        }
        Mention place = placeOfSaying(cue, named);
        if (place != null) {
            return place;
        }
        if (before != null && before.named() != null && !before.kind().isBy()) {
            return before.named();
        }
        return nearestBefore(cue, named, period.start(), false);
    }

    /** Whether nothing but punctuation parts a verb from the words in marks before it. */
    private boolean behindMarks(Word cue, Period period) {
        int at = cue.start() - 1;
        while (at >= period.start() && passage.markAt(at) < 0 && !Character.isLetterOrDigit(chars[at])) {
            at--;
        }
        return at >= period.start() && passage.markAt(at) >= 0;
    }

    /** "...," said some deans: the words behind the verb up to the next function word or stop, if nobody is listed. */
    private Mention describedBehind(Word cue, Period period) {
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

    /** "In the ministry they said": a body right before the verb, whatever stands before it. */
    private Mention placeOfSaying(Word cue, List<Mention> named) {
        for (Mention mention : named) {
            boolean body = mention.kind() == Mention.Kind.BODY || mention.kind() == Mention.Kind.OFFICE;
            if (body && mention.end() <= cue.start() && cue.start() - mention.end() <= 2) {
                return mention;
            }
        }
        return null;
    }

    /** Where the clause of a verb begins: behind the last marks, colon, semicolon or contrast. */
    private int clauseStart(int at, Period period) {
        for (int i = at - 1; i >= period.start(); i--) {
            if (passage.markAt(i) >= 0 || ":;：；".indexOf(chars[i]) >= 0 || at - i > FARTHEST_SUBJECT) {
                return i + 1;
            }
            if (!passage.habits().blanks() && (chars[i] == '，' || chars[i] == '、')) {
                return i + 1;
            }
        }
        return period.start();
    }

    /** "Lee, who leads the party, said": the subject stands before the inserted clause. */
    private Mention apposed(Word cue, List<Mention> named, Period period) {
        int at = cue.start() - 1;
        while (at > period.start() && Marks.isBlank(chars[at])) {
            at--;
        }
        if (at <= period.start() || chars[at] != ',') {
            return null;
        }
        int comma = at - 1;
        while (comma > period.start()
                && chars[comma] != ','
                && passage.markAt(comma) < 0
                && at - comma < FARTHEST_SUBJECT) {
            comma--;
        }
        if (chars[comma] != ',' || passage.markAt(comma) >= 0) {
            return null;
        }
        for (Mention mention : named) {
            if (mention.end() <= comma && comma - mention.end() <= 1 && mention.mayBeSubject()) {
                return mention;
            }
        }
        return null;
    }

    private Mention nearestBefore(Word cue, List<Mention> named, int floor, boolean anyPlace) {
        Mention nearest = null;
        for (Mention mention : named) {
            if (mention.end() > cue.start()) {
                break;
            }
            if (mention.start() >= floor && (anyPlace || mention.mayBeSubject())) {
                nearest = isJoined(nearest, mention) ? nearest : mention;
            }
        }
        return nearest;
    }

    /** "A and B said": a joint claim is told under the first. */
    private boolean isJoined(Mention first, Mention second) {
        return first != null
                && first.kind() == Mention.Kind.BODY
                && second.kind() == Mention.Kind.BODY
                && second.start() - first.end() <= LONGEST_JOIN
                && passage.has(Role.AND, first.end(), second.start());
    }

    private Mention topicBefore(Word cue, List<Mention> named, Period period) {
        Mention subject = null;
        for (Mention mention : named) {
            if (mention.end() > cue.start()) {
                break;
            }
            boolean better = mention.place() == Mention.Place.TOPIC
                    || mention.place() == Mention.Place.SUBJECT
                            && (subject == null || subject.place() != Mention.Place.TOPIC);
            if (better) {
                subject = mention;
            }
        }
        return subject;
    }

    /** Verb last and no particles: a participle has its subject behind it, any other verb at its clause's start. */
    private Mention firstSince(Word cue, Period period, List<Mention> named, Claim before) {
        Mention behind = after(cue, period, named, 2, true);
        if (behind != null) {
            return behind;
        }
        int floor = before == null ? period.start() : before.end();
        for (Mention mention : named) {
            if (mention.start() >= floor && mention.end() <= cue.start() && mention.mayBeSubject()) {
                return mention;
            }
        }
        return before == null ? null : before.named();
    }

    private Mention after(Word cue, Period period, List<Mention> named, int farthest, boolean anyPlace) {
        for (Mention mention : named) {
            if (mention.start() < cue.end()) {
                continue;
            }
            boolean near = mention.start() - cue.end() <= farthest;
            return near && (anyPlace || mention.mayBeSubject()) && unbroken(cue.end(), mention.start())
                    ? mention
                    : null;
        }
        return null;
    }

    private boolean unbroken(int from, int to) {
        for (int i = from; i < to; i++) {
            if (passage.markAt(i) >= 0 || ",:;，：；。.".indexOf(chars[i]) >= 0) {
                return false;
            }
        }
        return !passage.has(Role.THAT, from, to);
    }
}
