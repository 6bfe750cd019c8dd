package org.pactlens.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pactlens.extract.GoldPages.GoldPage;

/**
 * The blocks of a gold page, each with the share of it that is text and with its say in training. A page's text counts as
 * much as another's, however long; what is not text, up to three times as much.
 */
final class LabelledBlocks {
    private static final int SHINGLE = 4;
    /** From this share on, a block that repeats the title or what may be left out says nothing. */
    private static final double NEUTRAL = 0.6;

    private static final double LONGEST = 200;
    private static final double MOST_AGAINST = 3;
    /** The say of a block that holds a passage, where the gold is passages. */
    private static final double PASSAGE = 0.15;

    final Page read;
    final PageTree tree;
    final double[][] traits;
    /** By block, 0..1. */
    final double[] share;
    /** By block; 0 where nothing is known. */
    final double[] say;

    final int fold;

    LabelledBlocks(GoldPage page, ClassWords words, Phrases phrases) {
        read = Page.of(page.raw(), words);
        tree = read.tree();
        traits = read.traits(phrases).read();
        share = new double[traits.length];
        say = new double[traits.length];
        fold = page.fold();
        if (!page.gold().path("text").asText().isEmpty()) {
            byText(page.gold());
        } else {
            byPassages(page.gold());
        }
    }

    private void byText(JsonNode gold) {
        boolean letters = List.of("zh", "ja", "ko", "th")
                .contains(gold.path("language").asText().split("-")[0]);
        String text = gold.path("text").asText();
        Set<String> wanted = new HashSet<>(shingles(units(text, letters)));
        Set<String> neutral = new HashSet<>(shingles(units(gold.path("title").asText(""), letters)));
        neutral.addAll(shingles(units(gold.path("optional").asText(""), letters)));
        String flat = ' ' + String.join(" ", units(text, letters)) + ' ';
        for (Block b : tree.blocks) {
            List<String> units = units(b.text, letters);
            List<String> shingles = shingles(units);
            if (units.isEmpty() || shingles.stream().filter(neutral::contains).count() > NEUTRAL * shingles.size()) {
                continue;
            }
            share[b.index] = units.size() < SHINGLE
                    ? units.size() > 1 && flat.contains(' ' + String.join(" ", units) + ' ') ? 1 : 0
                    : shingles.stream().filter(wanted::contains).count() / (double) shingles.size();
            say[b.index] = Math.min(LONGEST, units.size() + 1);
        }
        balance();
    }

    private void balance() {
        double inFavour = 0;
        double against = 0;
        for (int i = 0; i < say.length; i++) {
            inFavour += say[i] * share[i];
            against += say[i] * (1 - share[i]);
        }
        for (int i = 0; i < say.length; i++) {
            double less = share[i] < 0.5 ? Math.min(1, MOST_AGAINST * inFavour / Math.max(1, against)) : 1;
            say[i] = inFavour == 0 ? 0 : say[i] * less / Math.max(1, inFavour);
        }
    }

    private void byPassages(JsonNode gold) {
        for (Block b : tree.blocks) {
            String text = spaced(Paragraphs.ofBlock(b.text));
            for (JsonNode passage : gold.path("without")) {
                say[b.index] = text.contains(spaced(passage.asText())) ? PASSAGE : say[b.index];
            }
            for (JsonNode passage : gold.path("with")) {
                if (text.contains(spaced(passage.asText()))) {
                    share[b.index] = 1;
                    say[b.index] = PASSAGE;
                }
            }
        }
    }

    private static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** Words, or letters in languages without spaces. */
    private static List<String> units(String text, boolean letters) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String[] units = folded.replaceAll("[^\\p{L}\\p{N}]+", letters ? "" : " ")
                .strip()
                .split(letters ? "" : " ");
        return Arrays.stream(units).filter(u -> !u.isEmpty()).toList();
    }

    private static List<String> shingles(List<String> units) {
        List<String> shingles = new ArrayList<>();
        for (int i = 0; i + SHINGLE <= units.size(); i++) {
            shingles.add(String.join(" ", units.subList(i, i + SHINGLE)));
        }
        return shingles;
    }
}
