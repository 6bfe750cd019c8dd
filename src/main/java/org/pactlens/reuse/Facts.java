package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a retelling keeps of a report in whatever words: its numbers and names, in order of first mention. Names are
 * words with a capital inside a sentence, so scripts without capitals give numbers only.
 */
final class Facts {
    private static final int MOST = 400;
    private static final int LONGEST = 40;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;
    /** Smaller numbers (days, articles, counts) agree by chance. */
    private static final int TELLING = 100;

    private final String text;
    private final Set<Long> names = new LinkedHashSet<>();
    private final Set<Long> numbers = new LinkedHashSet<>();

    private Facts(String text) {
        this.text = text;
    }

    static Facts of(String text) {
        Facts facts = new Facts(text);
        facts.read();
        return facts;
    }

    private void read() {
        boolean begins = true;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                i = number(i);
                begins = false;
            } else if (Character.isLetter(c)) {
                int start = i;
                while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                    i++;
                }
                if (!begins
                        && Character.isUpperCase(c)
                        && i - start > 2
                        && i - start < LONGEST
                        && names.size() < MOST) {
                    names.add(Hashes.of(text.substring(start, i).toLowerCase(Locale.ROOT)));
                }
                begins = false;
            } else {
                begins |= ".!?\n\"“”«»„:‘".indexOf(c) >= 0;
                i++;
            }
        }
    }

    /** Thousands marks are left out, so that 1,200 and 1.200 and 1 200 are one number. */
    private int number(int start) {
        StringBuilder digits = new StringBuilder();
        int i = start;
        while (i < text.length() && i - start < LONGEST) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
                i++;
            } else if (",. \u00a0\u202f٬".indexOf(c) >= 0 && isThousands(i + 1)) {
                i++;
            } else {
                break;
            }
        }
        if (digits.length() >= 3 && digits.length() < 16 && numbers.size() < MOST) {
            long value = Long.parseLong(digits.toString());
            if (value >= TELLING && (value < FIRST_YEAR || value > LAST_YEAR)) {
                numbers.add(Hashes.of(digits.toString()));
            }
        }
        return Math.max(i, start + 1);
    }

    private boolean isThousands(int at) {
        for (int i = at; i < at + 3; i++) {
            if (i >= text.length() || !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return at + 3 >= text.length() || !Character.isDigit(text.charAt(at + 3));
    }

    /** Hashes of names in order of first mention, each once, at most 400. */
    long[] names() {
        return array(names);
    }

    /** Hashes of numbers from 100 on that are no years, in order of first mention, each once, at most 400. */
    long[] numbers() {
        return array(numbers);
    }

    private static long[] array(Set<Long> values) {
        List<Long> list = new ArrayList<>(values);
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}
