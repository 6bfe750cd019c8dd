package org.pactlens.framing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pactlens.study.Lexicon;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.FoldedText;
import org.pactlens.text.TermMatcher;
import org.pactlens.text.TermMatcher.Match;

/** What the terms of a codebook's frames do in texts: which never stand there, which clash, which exclusions catch. */
public final class TermAudit {
    private final Study study;
    private final Map<String, Words> byLanguage = new LinkedHashMap<>();

    private TermAudit(Study study) {
        this.study = study;
        for (String language : study.languages()) {
            study.codebook()
                    .lexiconsFor(language)
                    .forEach(lexicon -> byLanguage.putIfAbsent(lexicon.language(), Words.of(lexicon)));
        }
    }

    public static TermAudit of(Study study) {
        return new TermAudit(study);
    }

    /** The list of a frame that a term stands in. */
    public enum Kind {
        STRONG,
        WEAK,
        EXCLUDE
    }

    /**
     * What one term did in all texts read.
     *
     * @param matches where it stood, whether it counted or not
     * @param caught of these voided by an exclusion of its frame; of an exclusion: how many terms it voided
     * @param clashes other frames with a term at exactly the same place
     */
    public record Term(
            String language,
            String frame,
            Kind kind,
            String term,
            int matches,
            int caught,
            SortedSet<String> clashes) {}

    /** Counts in an article of a language that the codebook knows; others tell nothing. */
    public void read(Article article) {
        for (Lexicon lexicon : study.codebook().lexiconsFor(article.language())) {
            Words words = byLanguage.get(lexicon.language());
            words.read(article.title());
            words.read(article.text());
        }
    }

    /** All terms, by language, frame and list in the order of the codebook. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        byLanguage.values().forEach(words -> words.counted.forEach(one -> terms.add(one.told())));
        return terms;
    }

    private static final class Counted {
        private final String language;
        private final String frame;
        private final Kind kind;
        private final String term;
        private final SortedSet<String> clashes = new TreeSet<>();
        private int matches;
        private int caught;

        Counted(String language, String frame, Kind kind, String term) {
            this.language = language;
            this.frame = frame;
            this.kind = kind;
            this.term = term;
        }

        Term told() {
            return new Term(language, frame, kind, term, matches, caught, clashes);
        }
    }

    private static final class Words {
        private final String language;
        private final List<Counted> counted = new ArrayList<>();
        private TermMatcher matcher;

        Words(String language) {
            this.language = language;
        }

        static Words of(Lexicon lexicon) {
            Words words = new Words(lexicon.language());
            lexicon.frames().forEach((frame, terms) -> {
                words.add(frame, Kind.STRONG, terms.strong());
                words.add(frame, Kind.WEAK, terms.weak());
                words.add(frame, Kind.EXCLUDE, terms.exclude());
            });
            words.matcher = TermMatcher.compile(
                    words.counted.stream().map(one -> one.term).toList(), words.language);
            return words;
        }

        private void add(String frame, Kind kind, List<String> terms) {
            terms.forEach(term -> counted.add(new Counted(language, frame, kind, term)));
        }

        void read(String text) {
            List<Match> matches = matcher.matches(FoldedText.of(text, language));
            for (int i = 0; i < matches.size(); i++) {
                counted.get(matches.get(i).term()).matches++;
                for (int j = i + 1;
                        j < matches.size()
                                && matches.get(j).span().start()
                                        < matches.get(i).span().end();
                        j++) {
                    meet(matches.get(i), matches.get(j));
                }
            }
        }

        /** Two terms that overlap. */
        private void meet(Match first, Match second) {
            Counted one = counted.get(first.term());
            Counted other = counted.get(second.term());
            boolean sameFrame = one.frame.equals(other.frame);
            if (sameFrame && (one.kind == Kind.EXCLUDE) != (other.kind == Kind.EXCLUDE)) {
                one.caught++;
                other.caught++;
            }
            boolean bothCount = one.kind != Kind.EXCLUDE && other.kind != Kind.EXCLUDE;
            if (!sameFrame && bothCount && first.span().equals(second.span())) {
                one.clashes.add(other.frame);
                other.clashes.add(one.frame);
            }
        }
    }
}
