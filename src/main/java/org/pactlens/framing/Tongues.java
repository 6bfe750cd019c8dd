package org.pactlens.framing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pactlens.study.Lexicon;
import org.pactlens.study.Outlet;
import org.pactlens.study.QuotationMarks;
import org.pactlens.study.SpeechList;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.FoldedText;
import org.pactlens.text.TermMatcher;

/** The tongues of a study, and which of them an article is written in. */
final class Tongues {
    /** Code units of a text that tell its spelling. */
    private static final int SAMPLE = 4_000;

    /** Types of outlets that speak for their state in what they say themselves. */
    private static final Set<Outlet.Type> OFFICIAL =
            EnumSet.of(Outlet.Type.STATE, Outlet.Type.GOVERNMENT, Outlet.Type.PARTY, Outlet.Type.AGENCY);

    private final Study study;
    private final Map<String, Tongue> tongues = new HashMap<>();
    private final Map<String, List<Variant>> variants = new HashMap<>();

    /**
     * One way to write a language that two states share.
     *
     * @param country where it is written, ISO 3166
     * @param own names of states that only it has
     * @param others those that only the language at large has
     */
    private record Variant(String language, String country, TermMatcher own, TermMatcher others) {}

    Tongues(Study study) {
        this.study = study;
        for (String language : study.languages()) {
            add(language);
            add(language.split("-")[0]);
        }
        study.speech().byLanguage().keySet().stream()
                .filter(language -> study.codebook().lexiconsFor(language).isEmpty())
                .forEach(this::addSpeechOnly);
        study.languages().forEach(this::addVariant);
    }

    /** A language without a codebook but with words of saying: quotations only, by the marks of all languages. */
    private void addSpeechOnly(String language) {
        List<QuotationMarks> marks = study.languages().stream()
                .flatMap(other -> study.codebook().lexiconsFor(other).stream())
                .map(Lexicon::quotationMarks)
                .toList();
        Habits habits = new Habits(Habits.traitsOf(language), List.of(), Set.of(), List.of(), null);
        Vocabulary vocabulary = Vocabulary.ofSpeech(study, language);
        tongues.putIfAbsent(language, new Tongue(language, List.of(), vocabulary, Marks.of(marks), habits, null));
    }

    private void add(String language) {
        List<Lexicon> lexicons = study.codebook().lexiconsFor(language);
        if (lexicons.isEmpty() || tongues.containsKey(language)) {
            return;
        }
        String first = lexicons.get(0).language();
        Habits habits = new Habits(
                Habits.traitsOf(language),
                study.speech().of(first, SpeechList.SUBJECT_MARK),
                Set.copyOf(study.speech().of(first, SpeechList.SURNAME)),
                study.speech().of(first, SpeechList.HONORIFIC),
                study.framing().homes().get(first));
        Marks marks = Marks.of(lexicons.stream().map(Lexicon::quotationMarks).toList());
        tongues.put(
                language,
                new Tongue(language, lexicons, Vocabulary.of(study, language, lexicons), marks, habits, null));
    }

    private void addVariant(String language) {
        String[] subtags = language.split("-");
        if (subtags.length != 2
                || subtags[1].length() != 2
                || !study.languages().contains(subtags[0])) {
            return;
        }
        Variant variant = new Variant(language, subtags[1], names(language, subtags[0]), names(subtags[0], language));
        variants.computeIfAbsent(subtags[0], key -> new ArrayList<>()).add(variant);
    }

    /** The names of states that one language has and the other has not. */
    private TermMatcher names(String language, String other) {
        List<String> names = new ArrayList<>();
        study.framing()
                .states()
                .values()
                .forEach(byLanguage -> byLanguage.getOrDefault(language, List.of()).stream()
                        .filter(name ->
                                !byLanguage.getOrDefault(other, List.of()).contains(name))
                        .forEach(names::add));
        return TermMatcher.compile(names, language);
    }

    /** The tongue that an article is written in; null where the study does not know its language. */
    Tongue of(Article article) {
        if (article.language() == null) {
            return null;
        }
        Outlet outlet = article.outlet() == null
                ? null
                : study.outlets().ofHost(article.outlet()).orElse(null);
        String country = outlet == null ? null : outlet.country();
        Variant variant = variants.getOrDefault(article.language(), List.of()).stream()
                .filter(one -> one.country().equals(country) || isWrittenIn(one, article))
                .findFirst()
                .orElse(null);
        Tongue tongue = tongues.get(variant == null ? article.language() : variant.language());
        tongue = tongue == null ? tongues.get(article.language().split("-")[0]) : tongue;
        if (tongue == null) {
            return null;
        }
        String home = homeOf(outlet != null ? country : variant == null ? null : variant.country());
        boolean official = outlet == null ? variant != null : OFFICIAL.contains(outlet.type());
        return tongue.at(home, official ? home : null);
    }

    private String homeOf(String country) {
        return country == null ? null : study.framing().homesByCountry().get(country);
    }

    private static boolean isWrittenIn(Variant variant, Article article) {
        String text = article.title() + "\n"
                + article.text().substring(0, Math.min(SAMPLE, article.text().length()));
        FoldedText folded = FoldedText.of(text, variant.language());
        return variant.own().matches(folded).size()
                > variant.others().matches(folded).size();
    }
}
