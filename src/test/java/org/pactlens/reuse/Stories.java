package org.pactlens.reuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pactlens.study.BuiltInStudy;
import org.pactlens.study.Study;
import org.pactlens.text.Article;

/** Made articles of nonsense words: two seeds share no run of words. */
final class Stories {
    static final Study STUDY = BuiltInStudy.load();
    static final Preparation PREPARATION = Preparation.of(STUDY);

    private static final String[] SYLLABLES = {"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dan", "fer"
    };

    private Stories() {}

    /** A sentence of nonsense. */
    static String sentence(long seed, int words) {
        Random random = new Random(seed * 7919 + 17);
        return IntStream.range(0, words)
                .mapToObj(i -> IntStream.range(0, 3)
                        .mapToObj(n -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" ", "", "."));
    }

    /** Paragraphs of 40 words. */
    static List<String> paragraphs(long seed, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sentence(seed * 1000 + i, 40))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String text(long seed, int paragraphs) {
        return String.join("\n\n", paragraphs(seed, paragraphs));
    }

    static Prepared prepared(String id, String outlet, String time, String text, Quoted... quotations) {
        return in("en", id, outlet, time, text, quotations);
    }

    static Prepared in(String language, String id, String outlet, String time, String text, Quoted... quotations) {
        Instant instant = time == null ? null : Instant.parse("2024-06-20T" + time + ":00Z");
        Article article = new Article(id, outlet, language, instant, null, null, List.of(), text);
        return PREPARATION.prepare(id, article, List.of(quotations));
    }

    /** The articles by their ids. */
    static Map<String, Traced> trace(Prepared... articles) {
        return trace(List.of(articles));
    }

    static Map<String, Traced> trace(List<Prepared> articles) {
        return ReuseTracer.of(STUDY.settings().reuse()).trace(articles).articles().stream()
                .collect(Collectors.toMap(Traced::id, Function.identity()));
    }
}
