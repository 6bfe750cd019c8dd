package org.pactlens.relevance.draft;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pactlens.text.Article;

/** The words of a document in their order, by the rules of Unicode (Standard Annex 29) and, without blanks, a dictionary. */
final class Tokens {
    private static final int LONGEST = 40;

    /** More is read of no document: what it is about has been said by then. */
    private static final int MOST_CHARACTERS = 100_000;

    /** Single characters that stand between names and belong to none. */
    private static final String BETWEEN_NAMES = "的在了是和与與及对對于於为為以将將被把从從到向中上下不也就都而其这這那有个個年月日时時分说說等称稱会會";

    private final List<Token> list = new ArrayList<>();
    private final String text;
    private boolean afterSingleHan;

    /** A word and where it stands. */
    record Token(String text, int from, int to) {
        String small() {
            return text.toLowerCase(Locale.ROOT);
        }

        boolean hasCapital() {
            return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
        }

        /** Whether its script knows no capitals. */
        boolean isCaseless() {
            return Character.getType(text.codePointAt(0)) == Character.OTHER_LETTER;
        }

        boolean isNumber() {
            return Character.isDigit(text.codePointAt(0));
        }

        private boolean isSingleHan() {
            return text.codePointCount(0, text.length()) == 1
                    && Character.isIdeographic(text.codePointAt(0))
                    && !BETWEEN_NAMES.contains(text);
        }
    }

    private Tokens(String text) {
        this.text = text;
    }

    static List<Token> of(Article article, String language) {
        String whole = article.title() + "\n\n" + article.text();
        Tokens tokens = new Tokens(whole.substring(0, Math.min(whole.length(), MOST_CHARACTERS)));
        tokens.read(ULocale.forLanguageTag(language));
        return tokens.list;
    }

    private void read(ULocale locale) {
        BreakIterator words = BreakIterator.getWordInstance(locale);
        words.setText(text);
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            if (words.getRuleStatus() >= RuleBasedBreakIterator.WORD_NUMBER && to - from <= LONGEST) {
                add(new Token(text.substring(from, to).split("['’]", 2)[0], from, to));
            }
        }
    }

    /** The dictionary cuts a name that it does not know into single characters, which are put together again. */
    private void add(Token token) {
        if (token.text().isEmpty()) {
            return;
        }
        Token last = list.isEmpty() ? null : list.get(list.size() - 1);
        boolean isSingleHan = token.isSingleHan();
        if (isSingleHan && afterSingleHan && last.to() == token.from()) {
            list.set(list.size() - 1, new Token(last.text() + token.text(), last.from(), token.to()));
        } else {
            list.add(token);
        }
        afterSingleHan = isSingleHan;
    }
}
