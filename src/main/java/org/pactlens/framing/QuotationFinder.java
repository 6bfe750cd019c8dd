package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.framing.Word.Role;
import org.pactlens.text.Span;

/** Finds what a passage quotes: words between marks, dash dialogue, and reported clauses. */
final class QuotationFinder {
    /** Without a speaker so few words are a scare quote, a name or a title. */
    private static final int SCARE_WORDS = 3;

    /** A word or two in marks are speech only where the speaker is at hand. */
    private static final double LEAST_CERTAINTY_OF_FEW = 0.4;

    private static final int LONGEST_CONJUNCTION = 8;

    /** Below it more speakers are wrong than right, and nobody is better than somebody else. */
    private static final double LEAST_CERTAINTY_OF_SPEAKER = 0.45;

    private static final int FARTHEST_CUE_OF_TITLE = 30;

    private static final double CERTAIN_BY_COLON = 0.7;

    /** In scripts without blanks so many characters count as a word. */
    private static final int WIDE_WORD = 3;

    private final Passage passage;
    private final int[] chars;
    private final Claims claims;
    private final SpeakerFinder speakers;

    private QuotationFinder(Passage passage, Claims claims) {
        this.passage = passage;
        this.chars = passage.chars();
        this.claims = claims;
        this.speakers = new SpeakerFinder(passage, claims);
    }

    /**
     * What stands between marks, as quotation or as scare quote.
     *
     * @param said the quotation, or null where the marks hold none
     */
    record Found(Marked marked, Quotation said) {}

    static List<Found> in(Passage passage, Claims claims) {
        return new QuotationFinder(passage, claims).marked();
    }

    private List<Found> marked() {
        List<Found> found = new ArrayList<>();
        Attribution running = null;
        int runningParagraph = -1;
        boolean open = false;
        for (int i = 0; i < passage.periods().size(); i++) {
            Period period = passage.periods().get(i);
            for (int index : period.marks()) {
                Marked marked = passage.marked().get(index);
                boolean continued =
                        period.paragraph() == runningParagraph || open && period.paragraph() == runningParagraph + 1;
                boolean near = period.paragraph() - runningParagraph <= 1;
                Attribution attribution = speakers.of(marked, i, near ? running : null, continued);
                Quotation said = quotation(marked, period, attribution);
                found.add(new Found(marked, said));
                if (said != null) {
                    running = attribution;
                    runningParagraph = period.paragraph();
                    open = !marked.closed();
                }
            }
        }
        return found;
    }

    private Quotation quotation(Marked marked, Period period, Attribution attribution) {
        int words = words(marked.span());
        boolean few = words <= SCARE_WORDS;
        boolean nobody = attribution.who() == null;
        if (words == 0 || marked.title() || few && (isScare(marked) || isNickname(marked) || isFirm(marked))) {
            return null;
        }
        if (few && (nobody ? attribution.cue() == null || !isCry(marked) : isFarFetched(attribution, marked))) {
            return null;
        }
        if (!marked.closed() && nobody && words > 60) {
            return null;
        }
        if (few && attribution.certainty() < LEAST_CERTAINTY_OF_FEW && !passage.isTitle()
                || isTitleCase(marked) && !isSaid(marked, period)) {
            return null;
        }
        double certainty = attribution.certainty() - (few ? 0.1 : 0) - (marked.closed() ? 0 : 0.1);
        boolean known = certainty >= LEAST_CERTAINTY_OF_SPEAKER;
        return new Quotation(
                marked.span(),
                passage.isTitle(),
                passage.cut(marked.span().start(), marked.span().end()),
                isWhole(marked, period) ? Quotation.Kind.DIRECT : Quotation.Kind.MIXED,
                known ? attribution.speaker() : null,
                known ? attribution.group() : null,
                attribution.cue(),
                attribution.via(),
                Math.max(0.05, Math.round(certainty * 100) / 100.0));
    }

    /** "Enough!": so few words are speech where they end like a sentence of their own. */
    private boolean isCry(Marked marked) {
        int before = passage.lastBefore(marked.from(), 1);
        boolean colon = before > 0 && ":：".indexOf(chars[before]) >= 0;
        return Character.isUpperCase(chars[marked.span().start()])
                && (colon || "!?.".indexOf(chars[marked.span().end() - 1]) >= 0);
    }

    /** No word of saying, no colon: the speaker comes from another sentence. */
    private boolean isFarFetched(Attribution attribution, Marked marked) {
        return attribution.cue() == null
                && attribution.certainty() < CERTAIN_BY_COLON
                && !passage.isTitle()
                && !isCry(marked);
    }

    /** The firm "Northern Gas": a capital in marks, and no punctuation that joins it to a verb of saying. */
    private boolean isFirm(Marked marked) {
        int before = passage.lastBefore(marked.from(), 1);
        boolean joined = before < 0
                || ":,".indexOf(chars[before]) >= 0
                || ",!?".indexOf(chars[marked.span().end() - 1]) >= 0
                || marked.to() < chars.length && chars[marked.to()] == ',' && !introduces(marked.to());
        return passage.habits().articleless()
                && !joined
                && Character.isUpperCase(chars[marked.span().start()]);
    }

    /** "Told "Radio One", that ...": the comma belongs to the clause behind it. */
    private boolean introduces(int comma) {
        return passage.has(Role.THAT, comma, Math.min(chars.length, comma + LONGEST_CONJUNCTION));
    }

    /** John "Jack" Lee: between two parts of a name. */
    private boolean isNickname(Marked marked) {
        int before = marked.from() - 2;
        int after = marked.to() + 1;
        while (before > 0 && Character.isLetter(chars[before - 1])) {
            before--;
        }
        return before >= 0
                && after < chars.length
                && marked.from() > 1
                && chars[marked.from() - 1] == ' '
                && chars[after - 1] == ' '
                && (Character.isUpperCase(chars[before]) || chars[marked.from() - 2] == '.')
                && Character.isUpperCase(chars[marked.span().start()])
                && Character.isUpperCase(chars[after]);
    }

    private boolean isScare(Marked marked) {
        return passage.has(Role.SCARE, Math.max(0, marked.from() - 24), marked.from());
    }

    /**
     * Words in capitals that are said: at the period's start, with an exclamation mark, or right behind a word of
     * saying, no preposition between ("wrote in 'The Art of War'").
     */
    private boolean isSaid(Marked marked, Period period) {
        if (marked.from() == period.start() || chars[marked.span().end() - 1] == '!') {
            return true;
        }
        int from = Math.max(period.start(), marked.from() - FARTHEST_CUE_OF_TITLE);
        List<Word> cues = passage.words(Word.Role.SAY, from, marked.from());
        return !cues.isEmpty()
                && !passage.has(Word.Role.ASIDE, cues.get(cues.size() - 1).end(), marked.from());
    }

    /** Every longer word has a capital, as in the title of a work. */
    private boolean isTitleCase(Marked marked) {
        return words(marked.span()) <= 12 && passage.isTitleCase(marked.span());
    }

    private int words(Span span) {
        int words = 0;
        int wide = 0;
        boolean inside = false;
        for (int i = span.start(); i < span.end(); i++) {
            boolean letter = Character.isLetterOrDigit(chars[i]);
            if (letter && !passage.habits().blanks()) {
                wide++;
            }
            boolean inner = inside && "-'’".indexOf(chars[i]) >= 0;
            words += letter && !inside ? 1 : 0;
            inside = letter || inner;
        }
        return passage.habits().blanks() ? words : (wide + WIDE_WORD - 1) / WIDE_WORD;
    }

    /** A whole utterance: it begins like a sentence, or a colon stands before it. */
    private boolean isWhole(Marked marked, Period period) {
        int first = chars[marked.span().start()];
        int i = passage.lastBefore(marked.from(), period.start());
        if (i < period.start() || ":：".indexOf(chars[i]) >= 0) {
            return true;
        }
        if (passage.habits().wide()) {
            return Periods.isEnd(chars[marked.span().end() - 1]) || words(marked.span()) > 8;
        }
        return !Character.isLowerCase(first) && words(marked.span()) > SCARE_WORDS;
    }
}
