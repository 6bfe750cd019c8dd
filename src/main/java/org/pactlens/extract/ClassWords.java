package org.pactlens.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the words of class and id tokens say about an element. The list is data: {@code class-words.tsv}. */
final class ClassWords {
    private static final int MAX_CHARS = 400;
    private static final int NEUTRAL = 1 << 31;

    private final Map<String, Integer> bits = new HashMap<>();

    private ClassWords() {}

    static ClassWords standard() {
        ClassWords words = new ClassWords();
        for (String line : Resource.lines("class-words.tsv")) {
            String[] row = line.split("\t", 2);
            int bit = row[0].equals("neutral") ? NEUTRAL : Mark.valueOf(row[0].toUpperCase(Locale.ROOT)).bit;
            for (String word : row[1].strip().split(" +")) {
                words.bits.merge(word, bit, (a, b) -> a | b);
            }
        }
        return words;
    }

    /** Marks of an element with this class or id value; tokens are read whole, joined in pairs, and word by word. */
    int marks(String value) {
        int marks = 0;
        int end = Math.min(value.length(), MAX_CHARS);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || value.charAt(i) <= ' ') {
                if (i > start) {
                    marks |= token(value, start, i);
                }
                start = i + 1;
            }
        }
        return marks;
    }

    private int token(String value, int from, int to) {
        int marks = 0;
        String before = "";
        StringBuilder word = new StringBuilder();
        boolean neutral = false;
        for (int i = from; i <= to; i++) {
            char c = i < to ? value.charAt(i) : '-';
            boolean camel =
                    i < to && i > from && Character.isUpperCase(c) && Character.isLowerCase(value.charAt(i - 1));
            if (camel || !Character.isLetter(c)) {
                if (word.length() > 0) {
                    String now = word.toString();
                    int one = bits.getOrDefault(now, 0);
                    neutral |= one == NEUTRAL;
                    marks |= one | bits.getOrDefault(before + now, 0);
                    before = now;
                    word.setLength(0);
                }
            }
            if (i < to && Character.isLetter(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        return neutral ? 0 : marks & ~NEUTRAL;
    }

    /** Reads a list that is part of the program. */
    static final class Resource {
        private Resource() {}

        static Iterable<String> lines(String name) {
            try (var in = ClassWords.class.getResourceAsStream(name);
                    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(l -> !l.isBlank() && !l.startsWith("#"))
                        .toList();
            } catch (IOException impossible) {
                throw new UncheckedIOException(name, impossible);
            }
        }
    }
}
