package org.pactlens.relevance;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Texts as vectors of terms: the plain methods that the relevance rule is held against. */
final class TermVectors {
    private final List<Map<Integer, Double>> vectors = new ArrayList<>();
    private final int terms;

    /** Term frequency (logarithmic) times inverse document frequency, each vector of length 1. */
    private TermVectors(List<String> texts, Function<String, List<String>> reading) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Map<Integer, Double>> counts = new ArrayList<>();
        Map<Integer, Integer> documents = new HashMap<>();
        for (String text : texts) {
            Map<Integer, Double> count = new TreeMap<>();
            for (String term : reading.apply(text)) {
                count.merge(numbers.computeIfAbsent(term, t -> numbers.size()), 1.0, Double::sum);
            }
            count.keySet().forEach(term -> documents.merge(term, 1, Integer::sum));
            counts.add(count);
        }
        terms = numbers.size();
        for (Map<Integer, Double> count : counts) {
            count.replaceAll(
                    (term, n) -> (1 + Math.log(n)) * (1 + Math.log((1.0 + texts.size()) / (1 + documents.get(term)))));
            double length =
                    Math.sqrt(count.values().stream().mapToDouble(v -> v * v).sum());
            count.replaceAll((term, value) -> value / length);
            vectors.add(count);
        }
    }

    static TermVectors ofWords(List<String> texts) {
        return new TermVectors(texts, TermVectors::words);
    }

    /** Pieces of {@code from} to {@code to} characters. */
    static TermVectors ofCharacters(List<String> texts, int from, int to) {
        return new TermVectors(texts, text -> {
            String small = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            List<String> pieces = new ArrayList<>();
            for (int i = 0; i < small.length(); i++) {
                for (int n = from; n <= to && i + n <= small.length(); n++) {
                    pieces.add(small.substring(i, i + n));
                }
            }
            return pieces;
        });
    }

    private static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            if (breaks.getRuleStatus() >= RuleBasedBreakIterator.WORD_NUMBER) {
                words.add(text.substring(from, to).toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    double cosine(int one, int other) {
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : vectors.get(one).entrySet()) {
            sum += entry.getValue() * vectors.get(other).getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    /**
     * Logistic regression with an L2 penalty of {@code 1 / c} and both kinds of equal weight, by coordinate descent in
     * the dual (Yu, Huang and Lin 2011, Machine Learning 85:41-75, algorithm 5).
     *
     * @return the decision value of each text of {@code asked}
     */
    List<Double> logistic(List<Integer> learned, List<Boolean> labels, List<Integer> asked, double c) {
        double[] weights = new double[terms];
        double[] alphas = new double[learned.size()];
        long positives = labels.stream().filter(l -> l).count();
        double[] bounds = new double[learned.size()];
        for (int i = 0; i < bounds.length; i++) {
            long ofKind = labels.get(i) ? positives : labels.size() - positives;
            bounds[i] = c * labels.size() / (2.0 * ofKind);
            alphas[i] = Math.min(.001 * bounds[i], 1e-8);
            add(weights, learned.get(i), sign(labels.get(i)) * alphas[i]);
        }
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < bounds.length; i++) {
                double margin = sign(labels.get(i)) * dot(weights, learned.get(i));
                double next = minimum(alphas[i], bounds[i], margin);
                add(weights, learned.get(i), sign(labels.get(i)) * (next - alphas[i]));
                alphas[i] = next;
            }
        }
        return asked.stream().map(row -> dot(weights, row)).toList();
    }

    /** Of {@code a ln a + (b-a) ln (b-a) + 1/2 (a-old)^2 + margin a}: where its slope, which only grows, is 0. */
    private static double minimum(double old, double bound, double margin) {
        double low = 0;
        double high = bound;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double slope = Math.log(middle / (bound - middle)) + (middle - old) + margin;
            if (slope > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    private static int sign(boolean label) {
        return label ? 1 : -1;
    }

    private double dot(double[] weights, int row) {
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : vectors.get(row).entrySet()) {
            sum += weights[entry.getKey()] * entry.getValue();
        }
        return sum;
    }

    private void add(double[] weights, int row, double times) {
        vectors.get(row).forEach((term, value) -> weights[term] += times * value);
    }
}
