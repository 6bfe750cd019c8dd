package org.pactlens.relevance.draft;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pactlens.relevance.draft.Candidate.Kind;
import org.pactlens.relevance.draft.Tokens.Token;
import org.pactlens.text.Article;

/** Documents of one language as counts of their candidates. */
final class Documents {
    private static final int MOST_NAMES = 4;
    private static final int FEWEST_LETTERS = 2;

    private final String language;
    private final Set<String> calendar;
    private final Set<String> small = new HashSet<>();

    /**
     * @param all documents of the language, which say together what is written with a capital and nowhere without
     */
    Documents(String language, List<Article> all) {
        this.language = language;
        this.calendar = calendar(ULocale.forLanguageTag(language));
        for (Article article : all) {
            Tokens.of(article, language).stream()
                    .filter(token -> !token.hasCapital())
                    .forEach(token -> small.add(token.text()));
        }
    }

    private static Set<String> calendar(ULocale locale) {
        DateFormatSymbols symbols = new DateFormatSymbols(locale);
        Set<String> names = new HashSet<>();
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                Stream.of(symbols.getMonths(context, width), symbols.getWeekdays(context, width))
                        .flatMap(Arrays::stream)
                        .map(name -> name.toLowerCase(Locale.ROOT).replace(".", ""))
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** How often each candidate stands in the document. */
    Map<Candidate, Integer> read(Article article) {
        Map<Candidate, Integer> counts = new TreeMap<>();
        List<Token> names = new ArrayList<>();
        for (Token token : Tokens.of(article, language)) {
            Candidate candidate = candidate(token);
            boolean isName = candidate != null && candidate.kind() == Kind.NAME;
            if (!isName
                    || !names.isEmpty()
                            && token.from() > names.get(names.size() - 1).to() + 1) {
                addNames(names, counts);
            }
            if (isName) {
                names.add(token);
            }
            if (candidate != null) {
                counts.merge(candidate, 1, Integer::sum);
            }
        }
        addNames(names, counts);
        return counts;
    }

    private void addNames(List<Token> names, Map<Candidate, Integer> counts) {
        boolean isRow = names.size() > 1 && names.size() <= MOST_NAMES;
        List<String> words = names.stream().map(Token::text).toList();
        if (isRow
                && words.stream()
                        .allMatch(word -> Inflection.pattern(word, language).equals(word))) {
            counts.merge(new Candidate(language, Kind.NAMES, String.join(" ", words)), 1, Integer::sum);
        }
        names.clear();
    }

    /** Null where the token can be no term. */
    private Candidate candidate(Token token) {
        String word = token.small();
        if (word.codePointCount(0, word.length()) < FEWEST_LETTERS) {
            return null;
        }
        if (token.isNumber() || calendar.contains(word)) {
            return new Candidate(language, Kind.DATE, word);
        }
        boolean isName = token.hasCapital() && !small.contains(word);
        Kind kind = token.isCaseless() ? Kind.CASELESS : isName ? Kind.NAME : Kind.WORD;
        return new Candidate(language, kind, Inflection.pattern(isName ? capital(word) : word, language));
    }

    /** One spelling for a name that headlines print in capitals. */
    private static String capital(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
