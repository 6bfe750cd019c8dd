package org.pactlens.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.BitSet;

/** Folds one text, once. */
final class Folder {
    /** Longer runs of combining marks are cut: ordering them takes time that grows with the square of their number. */
    private static final int LONGEST_CLUSTER = 32;

    private static final Normalizer2 DECOMPOSER = Normalizer2.getNFDInstance();

    private final String text;
    private final Orthography orthography;
    private final boolean dropAccents;
    private final StringBuilder out;
    private final BitSet capitals = new BitSet();
    private int[] starts;
    private int[] ends;
    /** Code points before the unit that is read next. */
    private int offset;

    Folder(String text, Orthography orthography, boolean dropAccentsOfCapitals) {
        this.text = text;
        this.orthography = orthography;
        this.dropAccents = dropAccentsOfCapitals && orthography == Orthography.ROMANCE;
        out = new StringBuilder(text.length() + 16);
        starts = new int[text.length() + 16];
        ends = new int[text.length() + 16];
    }

    FoldedText fold() {
        int at = 0;
        while (at < text.length()) {
            int next = Folding.isBlank(text.charAt(at)) ? blanks(at) : cluster(at);
            offset += text.codePointCount(at, next);
            at = next;
        }
        if (orthography == Orthography.VIETNAMESE) {
            VietnameseTones.settle(out);
        }
        int length = out.length();
        return new FoldedText(
                text, out.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), capitals);
    }

    private int blanks(int from) {
        int to = from + 1;
        while (to < text.length() && Folding.isBlank(text.charAt(to))) {
            to++;
        }
        char mark = Breaks.partsParagraphs(text, from, to) ? '\n' : ' ';
        add(mark, offset, offset + text.codePointCount(from, to), false);
        return to;
    }

    /** Folds one character with the marks that combine with it. */
    private int cluster(int from) {
        char c = text.charAt(from);
        int to = from + 1;
        if (to < text.length() && (Character.isSurrogate(c) || text.charAt(to) >= '\u0300')) {
            to = clusterEnd(from);
        }
        char simple = to == from + 1 && !isDotlessCapital(c) ? Folding.fold(c) : Folding.SLOW;
        if (simple != Folding.SLOW) {
            addLetter(simple, offset + 1, Character.isUpperCase(c));
        } else {
            slowly(from, to);
        }
        return to;
    }

    private int clusterEnd(int from) {
        int to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && to - from < LONGEST_CLUSTER) {
            int next = text.codePointAt(to);
            if (Folding.NORMALIZER.hasBoundaryBefore(next) || next < 0x10000 && Folding.isBlank((char) next)) {
                break;
            }
            to += Character.charCount(next);
        }
        return to;
    }

    private void slowly(int from, int to) {
        String cluster = text.substring(from, to);
        int end = offset + cluster.codePointCount(0, cluster.length());
        boolean capital = Character.isUpperCase(cluster.codePointAt(0));
        String folded = Folding.NORMALIZER.normalize(dotted(cluster));
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            char simple = Character.isSurrogate(c) ? c : Folding.fold(c);
            addLetter(simple == Folding.SLOW ? c : simple, end, capital);
        }
        boolean vanished = folded.isEmpty() && Character.getType(text.charAt(from)) == Character.NON_SPACING_MARK;
        if (vanished) {
            extendLast(end);
        }
    }

    /** Settles capital i, which case folding would leave with a loose dot or, in Turkic languages, take for another. */
    private String dotted(String cluster) {
        String bare = cluster.startsWith("I\u0307") ? "İ" + cluster.substring(2) : cluster;
        if (bare.startsWith("İ")) {
            return "i" + bare.substring(1);
        }
        return isDotlessCapital(bare.charAt(0)) ? "ı" + bare.substring(1) : bare;
    }

    private boolean isDotlessCapital(char c) {
        return c == 'I' && orthography == Orthography.TURKIC;
    }

    private void addLetter(char c, int end, boolean capital) {
        // What is left of marks after composing is stress or decoration ("при́нял").
        if (c >= '\u0300' && c <= '\u036F') {
            extendLast(end);
            return;
        }
        switch (orthography) {
            case RUSSIAN -> add(c == 'ё' ? 'е' : c, offset, end, capital);
            case GERMAN -> german(c, end, capital);
            case ROMANCE -> add(dropAccents && capital ? withoutAccent(c) : c, offset, end, capital);
            case ARABIC -> arabic(c, end);
            default -> add(c, offset, end, capital);
        }
    }

    private void german(char c, int end, boolean capital) {
        int umlaut = "äöü".indexOf(c);
        add(umlaut < 0 ? c : "aou".charAt(umlaut), offset, end, capital);
        if (umlaut >= 0) {
            add('e', offset, end, capital);
        }
    }

    private void arabic(char c, int end) {
        if (c == 'ـ' || Character.getType(c) == Character.NON_SPACING_MARK) {
            extendLast(end);
            return;
        }
        char plain =
                switch (c) {
                    case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
                    case 'ى', 'ی' -> 'ي';
                    case 'ة' -> 'ه';
                    case 'ک' -> 'ك';
                    default -> c;
                };
        add(plain, offset, end, false);
    }

    /** The letter under an accent; ñ is a letter of its own. */
    static char withoutAccent(char c) {
        String parts = c < 0x80 || c == 'ñ' ? null : DECOMPOSER.getDecomposition(c);
        return parts == null ? c : parts.charAt(0);
    }

    private void extendLast(int end) {
        if (out.length() > 0) {
            ends[out.length() - 1] = end;
        }
    }

    private void add(char c, int start, int end, boolean capital) {
        int at = out.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at + (at >> 1) + 16);
            ends = Arrays.copyOf(ends, starts.length);
        }
        starts[at] = start;
        ends[at] = end;
        capitals.set(at, capital);
        out.append(c);
    }
}
