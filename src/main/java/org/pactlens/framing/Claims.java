package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.framing.Word.Role;

/** The words of saying in each period and whose they are. */
final class Claims {
    private final Passage passage;
    private final Mentions mentions;
    private final Referents referents;
    private final Subjects subjects;
    private final List<List<Claim>> byPeriod = new ArrayList<>();

    private Claims(Passage passage, Mentions mentions) {
        this.passage = passage;
        this.mentions = mentions;
        this.referents = new Referents(passage, mentions);
        this.subjects = new Subjects(passage);
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
            Mention subject = subjects.of(cue, kind, period, named, before);
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
        if (passage.habits().dropsPronouns()) {
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
            if (!cue || passage.markAt(word.start()) >= 0 || isNoCue(word) || isNoun(word, period)) {
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

    /** "His claims", "Lee's remarks": a noun. */
    private boolean isNoun(Word cue, Period period) {
        int to = cue.start();
        while (to > period.start() && passage.chars()[to - 1] == ' ') {
            to--;
        }
        int from = to;
        while (from > period.start() && Character.isLetter(passage.chars()[from - 1])) {
            from--;
        }
        boolean possessive = to - from == 1
                && passage.chars()[from] == 's'
                && from > period.start()
                && "'’".indexOf(passage.chars()[from - 1]) >= 0;
        return cue.role() != Role.BY_PREFIX && from < to && (possessive || passage.has(Role.NOUN_MARK, from, to));
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
            if (paper && (source.kind() == Mention.Kind.OFFICE || word.start() == source.start())) {
                return true;
            }
        }
        return false;
    }
}
