package org.pactlens.framing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pactlens.framing.Word.Role;

/** Finds the subject of a word of saying among the mentions of its period, by the word order of the language. */
final class Subjects {
    /** A subject stands within this many characters of its verb, marks not counted. */
    private static final int FARTHEST_SUBJECT = 120;

    private static final int FARTHEST_INVERTED = 14;
    private static final int FARTHEST_SOURCE = 30;
    private static final int LONGEST_JOIN = 10;
    private static final int LONGEST_OFFICE = 40;
    private static final int FARTHEST_JOIN = 16;
    private static final Set<Role> PARTICIPLE = EnumSet.of(Role.PARTICIPLE);

    private final Passage passage;
    private final int[] chars;
    private final Descriptions descriptions;

    Subjects(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
        this.descriptions = new Descriptions(passage);
    }

    /** Whose word of saying it is, as it stands; null where nobody is named. */
    Mention of(Word cue, Claim.Kind kind, Period period, List<Mention> named, Claim before) {
        return switch (kind) {
            case BY_PREFIX -> after(cue, period, named, FARTHEST_SOURCE, true);
            case BY_SUFFIX -> nearestBefore(cue, named, period.start(), true);
            case BY_OPINION -> null;
            case SAY, THINK, WANT -> verbSubject(cue, kind, period, named, before);
        };
    }

    private Mention verbSubject(Word cue, Claim.Kind kind, Period period, List<Mention> named, Claim before) {
        Habits habits = passage.habits();
        if (habits.verbFirst()) {
            Mention behind = after(cue, period, named, FARTHEST_SOURCE, false);
            return behind != null ? behind : topicBefore(cue, named);
        }
        if (habits.verbLast()) {
            return habits.subjectMarks().isEmpty() ? firstSince(cue, period, named, before) : topicBefore(cue, named);
        }
        if (sharesSubject(cue, named)) {
            Mention shared = mainSubject(cue, period, named, before);
            if (shared != null) {
                return shared;
            }
        }
        Mention ahead = subjectAhead(cue, kind, period, named);
        if (ahead != null) {
            return ahead;
        }
        Mention inverted = subjectBehind(cue, period, named);
        if (inverted != null) {
            return inverted;
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

    /** What is named or described in the verb's clause before it. */
    private Mention subjectAhead(Word cue, Claim.Kind kind, Period period, List<Mention> named) {
        boolean articleless = passage.habits().articleless();
        Mention free = articleless ? rightBehind(cue, named, period) : null;
        if (free != null) {
            return free;
        }
        Mention near = apposed(cue, named, period);
        if (near == null) {
            near = nearestBefore(cue, named, clauseStart(cue.start(), period), false);
        }
        if (kind != Claim.Kind.SAY) {
            return near;
        }
        Mention described = descriptions.before(cue, period, near);
        if (described != null || near != null) {
            return described != null ? described : near;
        }
        return articleless ? descriptions.bare(cue, period) : null;
    }

    /** "..." said Lee: what is named or described behind the verb, farther off where words in marks stand before it. */
    private Mention subjectBehind(Word cue, Period period, List<Mention> named) {
        if (passage.habits().wide()) {
            return null;
        }
        boolean ends = behindMarks(cue, period);
        Mention inverted = after(cue, period, named, ends ? FARTHEST_SOURCE * 2 : FARTHEST_INVERTED, false);
        return inverted == null && ends ? descriptions.behind(cue, period) : inverted;
    }

    /** "Lee left, saying" and "Lee left and said": a participle, or a second verb, of the main clause's subject. */
    private boolean sharesSubject(Word cue, List<Mention> named) {
        if (passage.wordOver(PARTICIPLE, cue.start(), cue.end()) != null) {
            Mention beside = beside(cue, named);
            return beside == null || beside.kind() == Mention.Kind.OFFICE && beside.mayBeSubject();
        }
        int join = lastJoin(Math.max(0, cue.start() - FARTHEST_JOIN), cue.start());
        return join >= 0 && named.stream().noneMatch(mention -> mention.start() < cue.start() && mention.end() > join);
    }

    /** Where the last "and" begins, or a "but" right before the verb; -1 where there is none. */
    private int lastJoin(int from, int to) {
        List<Word> ands = passage.words(Role.AND, from, to);
        List<Word> buts = passage.words(Role.CLAUSE, from, to);
        if (ands.isEmpty()
                && !buts.isEmpty()
                && passage.cut(buts.get(buts.size() - 1).end(), to).isBlank()) {
            return buts.get(buts.size() - 1).start();
        }
        return ands.isEmpty() ? -1 : ands.get(ands.size() - 1).start();
    }

    /** The mention with nothing but a blank between it and the verb behind it. */
    private Mention beside(Word cue, List<Mention> named) {
        for (Mention mention : named) {
            if (mention.end() <= cue.start()
                    && passage.cut(mention.end(), cue.start()).isBlank()) {
                return mention;
            }
        }
        return null;
    }

    /** "..., said Lee" where order is free: a name right behind the verb and a comma before it. */
    private Mention rightBehind(Word cue, List<Mention> named, Period period) {
        int comma = passage.lastBefore(cue.start(), period.start());
        boolean follows = comma >= period.start() && ",—–".indexOf(chars[comma]) >= 0;
        return follows ? after(cue, period, named, 1, false) : null;
    }

    /** The subject of the verb of saying before, else the first of the sentence. */
    private Mention mainSubject(Word cue, Period period, List<Mention> named, Claim before) {
        if (before != null && before.named() != null && !before.kind().isBy()) {
            return before.named();
        }
        Mention beside = beside(cue, named);
        int floor = clauseStart(cue.start(), period);
        for (Mention mention : named) {
            if (mention.start() >= floor
                    && mention.end() <= cue.start()
                    && mention.mayBeSubject()
                    && mention != beside) {
                return mention;
            }
        }
        return null;
    }

    /** Whether nothing but punctuation parts a verb from the words in marks before it. */
    private boolean behindMarks(Word cue, Period period) {
        int at = cue.start() - 1;
        while (at >= period.start() && passage.markAt(at) < 0 && !Character.isLetterOrDigit(chars[at])) {
            at--;
        }
        return at >= period.start() && passage.markAt(at) >= 0;
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

    /** "Lee, head of the party, the oldest of all, said": the subject stands before what is inserted. */
    private Mention apposed(Word cue, List<Mention> named, Period period) {
        int comma = passage.lastBefore(cue.start(), period.start());
        if (comma < period.start() || chars[comma] != ',') {
            return null;
        }
        Mention found = null;
        for (int i = comma - 1; i > period.start() && comma - i < FARTHEST_SUBJECT && passage.markAt(i) < 0; i--) {
            if (chars[i] == ',') {
                found = better(found, endingAt(i, named));
            }
        }
        return found;
    }

    /** A name before a comma tells more than a description there; the nearest of its sort wins. */
    private static Mention better(Mention found, Mention other) {
        if (other == null || found != null && found.kind() == Mention.Kind.NAME) {
            return found;
        }
        return found == null || other.kind() == Mention.Kind.NAME ? other : found;
    }

    private static Mention endingAt(int comma, List<Mention> named) {
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

    private Mention topicBefore(Word cue, List<Mention> named) {
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
        if (behind == null && behindMarks(cue, period)) {
            behind = after(cue, period, named, FARTHEST_INVERTED, false);
        }
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
        for (int i = 0; i < named.size(); i++) {
            Mention mention = named.get(i);
            if (mention.start() < cue.end()) {
                continue;
            }
            boolean near = mention.start() - cue.end() <= farthest;
            boolean fits = near && (anyPlace || mention.mayBeSubject()) && unbroken(cue.end(), mention.start());
            return fits ? holder(mention, i + 1 < named.size() ? named.get(i + 1) : null) : null;
        }
        return null;
    }

    /** Behind its verb, "minister of foreign affairs Ann Lee" is Ann Lee. */
    private Mention holder(Mention office, Mention name) {
        boolean one = name != null
                && office.kind() == Mention.Kind.OFFICE
                && name.kind() == Mention.Kind.NAME
                && name.start() - office.end() <= LONGEST_OFFICE
                && unbroken(office.end(), name.start())
                && !passage.has(Role.SAY, office.end(), name.start())
                && !passage.has(Role.AND, office.end(), name.start())
                && !passage.has(Role.ASIDE, office.end(), name.start());
        if (one) {
            return name.as(name.text(), name.group() == null ? office.group() : name.group());
        }
        boolean widened =
                office.kind() == Mention.Kind.OFFICE && passage.habits().articleless();
        return widened ? office.as(descriptions.widened(office), office.group()) : office;
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
