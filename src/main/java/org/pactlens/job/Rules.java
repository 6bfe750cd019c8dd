package org.pactlens.job;

import java.util.concurrent.ConcurrentHashMap;
import org.pactlens.framing.ArticleCoder;
import org.pactlens.relevance.RelevanceRule;
import org.pactlens.reuse.AgencyCredits;
import org.pactlens.reuse.Preparation;
import org.pactlens.screen.Screen;
import org.pactlens.study.Study;
import org.pactlens.text.LanguageDetector;

/**
 * The rules of one study, ready for use. They are costly to build and are shared by all tasks of a JVM; a study is sent
 * to executors, its automata are not.
 */
public final class Rules {
    private static final ConcurrentHashMap<String, Rules> BUILT = new ConcurrentHashMap<>();

    private final Study study;
    private final Screen screen;
    private final RelevanceRule relevance;
    private final ArticleCoder coder;
    private final AgencyCredits credits;
    private final Preparation reuse;

    private Rules(Study study) {
        this.study = study;
        this.screen = Screen.of(study);
        this.relevance = RelevanceRule.of(study);
        this.coder = ArticleCoder.of(study);
        this.credits = AgencyCredits.of(study);
        this.reuse = Preparation.of(study);
    }

    /** The rules of a study; built at the first call in this JVM. */
    public static Rules of(Study study) {
        return BUILT.computeIfAbsent(study.fingerprint(), f -> new Rules(study));
    }

    public Study study() {
        return study;
    }

    public Screen screen() {
        return screen;
    }

    public RelevanceRule relevance() {
        return relevance;
    }

    public ArticleCoder coder() {
        return coder;
    }

    public AgencyCredits credits() {
        return credits;
    }

    public Preparation reuse() {
        return reuse;
    }

    /** Finds the language of a text; depends on no study. Built at the first call in this JVM. */
    public static LanguageDetector languages() {
        return Languages.DETECTOR;
    }

    private static final class Languages {
        static final LanguageDetector DETECTOR = LanguageDetector.create();
    }
}
