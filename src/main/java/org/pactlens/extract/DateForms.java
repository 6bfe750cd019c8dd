package org.pactlens.extract;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds dates in text: ISO 8601, numeric forms in the page's order, month names of the languages in Unicode CLDR, Chinese,
 * Japanese and Korean forms, any decimal digits, Buddhist years. Linear in the text.
 */
final class DateForms {
    private static final int MIN_YEAR = 1990;
    private static final int MAX_YEAR = 2100;
    /** Countries that write the month before the day (CLDR, short dates) and keep that order in English. */
    private static final Set<String> MONTH_FIRST = Set.of("US", "PR", "GU", "CA", "PH", "JP", "KR", "CN", "TW");

    private static final String[] LANGUAGES = {
        "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "ru",
        "uk", "be", "sr", "hr", "sl", "mk", "sq", "el", "tr", "az", "kk", "uz", "ka", "hy", "he", "ar", "fa", "ur",
        "hi", "bn", "ta", "te", "th", "vi", "id", "ms", "sw", "lt", "lv", "et", "is", "ca", "gl", "eu", "ga", "mn",
        "bs", "af"
    };

    /** By language, then folded name. The key "" holds names that mean the same month in every language that has them. */
    private final Map<String, Map<String, Integer>> months = new HashMap<>();

    DateForms() {
        Map<String, Integer> common = new HashMap<>();
        for (String language : LANGUAGES) {
            Map<String, Integer> own = new HashMap<>();
            DateFormatSymbols symbols = new DateFormatSymbols(ULocale.forLanguageTag(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] names = symbols.getMonths(context, width);
                    for (int m = 0; m < Math.min(12, names.length); m++) {
                        String name = fold(names[m]);
                        if (name.length() >= 2 && !Character.isDigit(name.charAt(0))) {
                            own.putIfAbsent(name, m + 1);
                        }
                    }
                }
            }
            months.put(language, own);
            own.forEach((name, month) -> common.merge(name, month, (a, b) -> a.equals(b) ? a : Integer.valueOf(0)));
        }
        months.put("", common);
        months.get("en").put("sept", 9);
        common.put("sept", 9);
        common.put("мая", 5);
    }

    /** @param at where it begins in the text; {@code instant} null unless time and offset are stated; utc: offset is Z */
    record Found(LocalDate date, Instant instant, boolean utc, int at) {}

    /**
     * Whether numbers alone are month first. The host's country tells more than the page's language tag, which many pages
     * leave at what their software came with.
     */
    static boolean monthFirst(String language, String host) {
        if (language == null || !language.startsWith("en")) {
            return false;
        }
        String country = OutletDay.country(host);
        String region = country == null ? Locale.forLanguageTag(language).getCountry() : country;
        return region.isEmpty() || MONTH_FIRST.contains(region);
    }

    /** The first date in the text, or null. */
    Found first(String text, String language, boolean monthFirst) {
        List<Found> all = all(text, language, monthFirst, 1);
        return all.isEmpty() ? null : all.get(0);
    }

    List<Found> all(String text, String language, boolean monthFirst, int most) {
        List<Found> found = new ArrayList<>();
        List<Token> tokens = tokens(text.length() > 3000 ? text.substring(0, 3000) : text);
        for (int i = 0; i < tokens.size() && found.size() < most; i++) {
            Found date = at(tokens, i, language == null ? "" : language.split("-")[0], monthFirst);
            if (date != null) {
                found.add(date);
                i += 4;
            }
        }
        return found;
    }

    private record Token(String word, int number, int digits, String gap, int at) {
        boolean isNumber() {
            return digits > 0;
        }
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        int gapFrom = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (Character.isDigit(c)) {
                int value = 0;
                while (i < text.length() && Character.isDigit(text.charAt(i))) {
                    value = i - start < 8 ? value * 10 + Character.digit(text.charAt(i), 10) : value;
                    i++;
                }
                tokens.add(new Token("", value, i - start, text.substring(gapFrom, start), start));
                gapFrom = i;
            } else if (Character.isLetter(c)) {
                boolean han = isUnit(c);
                while (i < text.length()
                        && (Character.isLetter(text.charAt(i)) || isMark(text.charAt(i)))
                        && !(han && i > start)
                        && !(isUnit(text.charAt(i)) && i > start)) {
                    i++;
                }
                tokens.add(new Token(fold(text.substring(start, i)), 0, 0, text.substring(gapFrom, start), start));
                gapFrom = i;
            } else {
                i++;
            }
        }
        return tokens;
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnit(char c) {
        return c == '年' || c == '月' || c == '日' || c == '년' || c == '월' || c == '일';
    }

    private Found at(List<Token> t, int i, String language, boolean monthFirst) {
        Token a = t.get(i);
        Token b = i + 1 < t.size() ? t.get(i + 1) : null;
        Token c = i + 2 < t.size() ? t.get(i + 2) : null;
        if (b == null || c == null) {
            return null;
        }
        if (a.isNumber() && a.digits == 8 && i == 0 && a.number / 10000 >= MIN_YEAR) {
            return null;
        }
        if (a.isNumber() && isYear(a)) {
            return yearFirst(t, i, language, a, b, c);
        }
        if (a.isNumber() && a.digits <= 2 && b.isNumber() && b.digits <= 2 && c.isNumber() && sameGap(b, c)) {
            int year = c.digits == 4 ? c.number : c.digits == 2 && b.gap.strip().equals(".") ? 2000 + c.number : 0;
            boolean swap = b.number > 12
                    || monthFirst && a.number <= 12 && !b.gap.strip().equals(".");
            return swap
                    ? date(year, a.number, b.number, t, i + 3, a.at)
                    : date(year, b.number, a.number, t, i + 3, a.at);
        }
        if (a.isNumber() && a.digits <= 2) {
            return dayThenName(t, i, language, a);
        }
        if (!a.isNumber()) {
            int month = month(a.word, language);
            if (month > 0 && b.isNumber() && b.digits <= 2 && short1(b.gap)) {
                int k = i + 2;
                while (k < t.size()
                        && k < i + 4
                        && !t.get(k).isNumber()
                        && t.get(k).word.length() <= 3) {
                    k++;
                }
                if (k < t.size() && isYear(t.get(k))) {
                    return date(t.get(k).number, month, b.number, t, k + 1, a.at);
                }
            }
        }
        return null;
    }

    private Found dayThenName(List<Token> t, int i, String language, Token day) {
        int k = i + 1;
        // "19 de junio de 2024", "19th of June 2024", "19-го июня"
        while (k < t.size()
                && k < i + 3
                && !t.get(k).isNumber()
                && month(t.get(k).word, language) == 0
                && t.get(k).word.length() <= 3) {
            k++;
        }
        if (k >= t.size() || t.get(k).isNumber()) {
            return null;
        }
        int month = month(t.get(k).word, language);
        if (month == 0) {
            return null;
        }
        int y = k + 1;
        // "19 juin de 2024", and the month by two names
        while (y < t.size()
                && y < k + 3
                && !t.get(y).isNumber()
                && (t.get(y).word.length() <= 3 || month(t.get(y).word, language) == month)) {
            y++;
        }
        if (y < t.size() && isYear(t.get(y))) {
            return date(t.get(y).number, month, day.number, t, y + 1, day.at);
        }
        return null;
    }

    private Found yearFirst(List<Token> t, int i, String language, Token a, Token b, Token c) {
        if (b.isNumber()
                && b.digits <= 2
                && c.isNumber()
                && c.digits <= 2
                && b.gap.length() <= 3
                && c.gap.length() <= 3) {
            return date(a.number, b.number, c.number, t, i + 3, a.at);
        }
        if (b.word.equals("年") || b.word.equals("년")) {
            Token d = i + 4 < t.size() ? t.get(i + 4) : null;
            Token unit = i + 3 < t.size() ? t.get(i + 3) : null;
            if (c.isNumber()
                    && unit != null
                    && (unit.word.equals("月") || unit.word.equals("월"))
                    && d != null
                    && d.isNumber()) {
                return date(a.number, c.number, d.number, t, i + 6, a.at);
            }
        }
        int month = b.isNumber() ? 0 : month(b.word, language);
        if (month > 0 && c.isNumber() && c.digits <= 2) {
            return date(a.number, month, c.number, t, i + 3, a.at);
        }
        return null;
    }

    private static boolean short1(String gap) {
        return gap.length() <= 2;
    }

    private static boolean sameGap(Token b, Token c) {
        String gap = b.gap.strip();
        return gap.equals(c.gap.strip()) && (gap.equals(".") || gap.equals("/") || gap.equals("-"));
    }

    private static boolean isYear(Token token) {
        return token.digits == 4
                && (token.number >= MIN_YEAR && token.number <= MAX_YEAR
                        || token.number >= MIN_YEAR + 543 && token.number <= MAX_YEAR + 543);
    }

    /** Whether a folded word names a month in any language. */
    boolean isMonth(String word) {
        return months.get("").containsKey(word);
    }

    private int month(String word, String language) {
        Map<String, Integer> own = months.get(language);
        Integer month = own == null ? null : own.get(word);
        return month != null ? month : months.get("").getOrDefault(word, 0);
    }

    private static Found date(int stated, int month, int day, List<Token> t, int next, int at) {
        int year = stated > MAX_YEAR ? stated - 543 : stated;
        if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return withTime(LocalDate.of(year, month, day), t, next, at);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Reads {@code T14:30:00.000+09:00} after an ISO date; other times say nothing certain about the offset. */
    private static Found withTime(LocalDate date, List<Token> t, int next, int at) {
        int k = next;
        if (k < t.size() && t.get(k).word.equals("t")) {
            k++;
        }
        if (k + 1 >= t.size()
                || !t.get(k).isNumber()
                || !t.get(k + 1).isNumber()
                || !t.get(k + 1).gap.equals(":")
                || t.get(k).number > 23
                || t.get(k + 1).number > 59
                || t.get(k).gap.length() > 1) {
            return new Found(date, null, false, at);
        }
        LocalTime time = LocalTime.of(t.get(k).number, t.get(k + 1).number);
        k += 2;
        if (k < t.size() && t.get(k).isNumber() && t.get(k).gap.equals(":")) {
            time = time.plusSeconds(Math.min(59, t.get(k).number));
            k++;
        }
        if (k < t.size() && t.get(k).isNumber() && t.get(k).gap.equals(".")) {
            k++;
        }
        if (k >= t.size()) {
            return new Found(date, null, false, at);
        }
        Token zone = t.get(k);
        if (zone.word.equals("z") && zone.gap.isBlank() || zone.word.equals("utc") || zone.word.equals("gmt")) {
            return new Found(date, date.atTime(time).toInstant(ZoneOffset.UTC), true, at);
        }
        String sign = zone.gap.strip();
        if (zone.isNumber() && (sign.equals("+") || sign.equals("-"))) {
            int hours = zone.digits == 4 ? zone.number / 100 : zone.number;
            int minutes = zone.digits == 4
                    ? zone.number % 100
                    : k + 1 < t.size() && t.get(k + 1).gap.equals(":") ? t.get(k + 1).number : 0;
            if (hours <= 14 && minutes < 60) {
                int seconds = (hours * 60 + minutes) * 60 * (sign.equals("-") ? -1 : 1);
                return new Found(
                        date, date.atTime(time).toInstant(ZoneOffset.ofTotalSeconds(seconds)), seconds == 0, at);
            }
        }
        return new Found(date, null, false, at);
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
