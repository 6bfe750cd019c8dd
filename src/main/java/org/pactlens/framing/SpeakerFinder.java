package org.pactlens.framing;

import java.util.List;
import org.pactlens.framing.Word.Role;

/** Ascribes words between marks, in the order: same period, colon or cue before, the running speaker. */
final class SpeakerFinder {
    /** Behind this many characters a word of saying belongs to something else. */
    private static final int FARTHEST_CUE = 160;
    /** Characters, words in marks among them, beyond which a claim is not looked at: one period may be a whole page. */
    private static final int FARTHEST_CLAIM = 5000;

    private static final int ADJACENT = 24;
    private static final int BEFORE_COLON_OR_COMMA = -25;
    private static final int BEHIND_COMMA = -45;

    /** A second verb behind the words whose subject stands before them belongs to what follows. */
    private static final int BORROWED = 60;

    /** A verb of saying near by counts for more than one of thinking. */
    private static final int THOUGHT = 30;

    private final Passage passage;
    private final int[] chars;
    private final Claims claims;

    SpeakerFinder(Passage passage, Claims claims) {
        this.passage = passage;
        this.chars = passage.chars();
        this.claims = claims;
    }

    /**
     * @param marked outermost words between marks
     * @param period index of the period that holds them
     * @param running speaker of the quotation right before, or null
     * @param continued whether that quotation was left open or ended in the same paragraph
     */
    Attribution of(Marked marked, int period, Attribution running, boolean continued) {
        Attribution here = inPeriod(marked, period);
        if (here != null) {
            return here;
        }
        Attribution colon = besideColon(marked, period);
        if (colon != null) {
            return colon;
        }
        if (startsPeriod(marked, period)) {
            if (continued && running != null && running.who() != null) {
                return new Attribution(running.who(), null, running.via(), Math.min(running.certainty(), 0.9) - 0.05);
            }
            Attribution before = periodBefore(period);
            if (before != null) {
                return before;
            }
            if (running != null && running.who() != null && paragraphStart(marked, period)) {
                return new Attribution(running.who(), null, running.via(), 0.5);
            }
        }
        return Attribution.NONE;
    }

    private Attribution inPeriod(Marked marked, int period) {
        Claim best = null;
        int least = Integer.MAX_VALUE;
        for (Claim claim : claims.in(period)) {
            boolean far =
                    claim.cueEnd() < marked.from() - FARTHEST_CLAIM || claim.cueStart() > marked.to() + FARTHEST_CLAIM;
            if (far) {
                continue;
            }
            int cost = cost(claim, marked) + (isThought(claim) ? THOUGHT : 0);
            if (cost < least) {
                least = cost;
                best = claim;
            }
        }
        if (best == null || least > FARTHEST_CUE) {
            return null;
        }
        String cue = passage.cut(best.cueStart(), best.cueEnd());
        return new Attribution(best.who(), cue, via(best, period), certainty(best, marked, least));
    }

    private static boolean isThought(Claim claim) {
        return claim.kind() == Claim.Kind.THINK || claim.kind() == Claim.Kind.WANT;
    }

    /** Characters between words and claim outside marks, less where punctuation joins them. */
    private int cost(Claim claim, Marked marked) {
        boolean verbLast = passage.habits().verbLast();
        if (claim.cueEnd() <= marked.from()) {
            int from = verbLast ? claim.cueEnd() : Math.max(claim.cueEnd(), Math.min(claim.end(), marked.from()));
            int gap = outside(from, marked.from());
            int before = passage.codePointBefore(marked.from());
            boolean joined = gap <= ADJACENT
                    && (",:，：".indexOf(before) >= 0 || passage.has(Role.THAT, claim.cueEnd(), marked.from()));
            int cost = gap
                    + (joined ? BEFORE_COLON_OR_COMMA : 0)
                    + (before == ':' || before == '：' ? BEFORE_COLON_OR_COMMA : 0);
            return verbLast && before != ':' ? cost + ADJACENT * 2 : cost;
        }
        if (claim.cueStart() >= marked.to()) {
            int to = verbLast ? claim.cueStart() : Math.max(marked.to(), claim.start());
            int gap = outside(marked.to(), to);
            boolean joined = gap <= ADJACENT && (endsOpen(marked) || verbLast);
            boolean borrowed =
                    !verbLast && claim.named() != null && claim.named().end() <= marked.from();
            return gap + 8 + (joined ? BEHIND_COMMA : 0) + (borrowed && !joined ? BORROWED : 0);
        }
        return Integer.MAX_VALUE;
    }

    private int outside(int from, int to) {
        int count = 0;
        for (int i = from; i < to && count <= FARTHEST_CUE; ) {
            int mark = passage.markAt(i);
            if (mark >= 0) {
                i = passage.marked().get(mark).to();
                count += 2;
            } else {
                count += Marks.isBlank(chars[i]) ? 0 : 1;
                i++;
            }
        }
        return count;
    }

    /** The words end in a comma, question or exclamation mark, or such a mark or dash stands right behind. */
    private boolean endsOpen(Marked marked) {
        int last = chars[marked.span().end() - 1];
        if (",，!?！？".indexOf(last) >= 0) {
            return true;
        }
        int at = marked.to();
        while (at < chars.length && Marks.isBlank(chars[at])) {
            at++;
        }
        return at < chars.length && ",，—–-".indexOf(chars[at]) >= 0;
    }

    private String via(Claim chosen, int period) {
        for (Claim claim : claims.in(period)) {
            boolean carrier = claim != chosen && claim.who() != null && claim.kind() != Claim.Kind.THINK;
            if (carrier
                    && chosen.who() != null
                    && claim.kind().isBy()
                    && !claim.who().text().equals(chosen.who().text())) {
                return claim.who().text();
            }
        }
        return null;
    }

    private double certainty(Claim claim, Marked marked, int cost) {
        if (claim.who() == null) {
            return cost < ADJACENT ? 0.6 : 0.4;
        }
        double base;
        Mention named = claim.named();
        if (named == null) {
            base = 0.7;
        } else if (named.kind() == Mention.Kind.NAME) {
            base = 0.95;
        } else if (named.kind().isPronoun()) {
            base = 0.8;
        } else {
            base = 0.85;
        }
        if (claim.kind() == Claim.Kind.THINK) {
            base -= 0.3;
        }
        if (cost > 0) {
            base -= Math.min(0.35, 0.05 + cost * 0.005);
        }
        if (named != null && gapToVerb(claim) > ADJACENT) {
            base -= 0.15;
        }
        return Math.max(0.1, base);
    }

    private int gapToVerb(Claim claim) {
        Mention named = claim.named();
        return claim.subjectBefore() ? outside(named.end(), claim.cueStart()) : outside(claim.cueEnd(), named.start());
    }

    /** "Lee: ..." and "..." followed by a dash and a name. */
    private Attribution besideColon(Marked marked, int period) {
        Period here = passage.periods().get(period);
        int before = passage.codePointBefore(marked.from());
        if (before == ':'
                || before == '：'
                || passage.isTitle() && !passage.habits().blanks()
                || passage.isTitle() && passage.habits().verbLast()) {
            Mention nearest = null;
            for (Mention mention : claims.mentions().in(period)) {
                if (mention.end() <= marked.from()
                        && outside(mention.end(), marked.from()) <= 3
                        && !mention.kind().isPronoun()) {
                    nearest = mention;
                }
            }
            if (nearest != null) {
                nearest = beforeComma(nearest, here);
                return new Attribution(nearest, null, null, passage.isTitle() ? 0.9 : 0.85);
            }
        }
        int at = marked.to();
        while (at < here.end() && Marks.isBlank(chars[at])) {
            at++;
        }
        if (at < here.end() && "—–―-".indexOf(chars[at]) >= 0) {
            for (Mention mention : claims.mentions().in(period)) {
                if (mention.start() > at && mention.start() - at <= 3 && mention.kind() == Mention.Kind.NAME) {
                    return new Attribution(mention, null, null, 0.8);
                }
            }
        }
        return null;
    }

    /** "Ann Lee, Daily News: ..." and "Lee had a message to Kim: ...": the first subject is the speaker. */
    private Mention beforeComma(Mention nearest, Period period) {
        for (Mention mention : claims.mentions().in(passage.periodAt(nearest.start()))) {
            boolean first = mention.start() == period.start()
                    && mention.kind() == Mention.Kind.NAME
                    && mention.end() < nearest.start()
                    && chars[mention.end()] == ',';
            boolean subject = !nearest.mayBeSubject() && mention.mayBeSubject();
            if ((first || subject) && mention.end() <= nearest.start()) {
                return mention;
            }
        }
        return nearest;
    }

    private boolean startsPeriod(Marked marked, int period) {
        return outside(passage.periods().get(period).start(), marked.from()) == 0;
    }

    private boolean paragraphStart(Marked marked, int period) {
        int paragraph = passage.periods().get(period).paragraph();
        return outside(passage.paragraphs().get(paragraph).start(), marked.from()) == 0;
    }

    /** The sentence before ends in a colon or has a word of saying and no marks of its own. */
    private Attribution periodBefore(int period) {
        if (period == 0) {
            return null;
        }
        Period before = passage.periods().get(period - 1);
        if (passage.periods().get(period).paragraph() - before.paragraph() > 1) {
            return null;
        }
        boolean colon = ":：".indexOf(chars[before.end() - 1]) >= 0;
        boolean near = passage.periods().get(period).paragraph() == before.paragraph();
        if (!colon && !near) {
            return null;
        }
        List<Claim> all = claims.in(period - 1);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).who() != null && all.get(i).kind() != Claim.Kind.THINK) {
                Claim claim = all.get(i);
                return new Attribution(
                        claim.who(), passage.cut(claim.cueStart(), claim.cueEnd()), null, colon ? 0.85 : 0.6);
            }
        }
        Mention subject = null;
        for (Mention mention : claims.mentions().in(period - 1)) {
            if (mention.mayBeSubject()
                    && !mention.kind().isPronoun()
                    && (subject == null
                            || mention.kind() == Mention.Kind.NAME && subject.kind() != Mention.Kind.NAME)) {
                subject = mention;
            }
        }
        return subject == null ? null : new Attribution(subject, null, null, colon ? 0.7 : 0.5);
    }
}
