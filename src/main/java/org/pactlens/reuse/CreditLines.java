package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pactlens.study.Agencies;
import org.pactlens.study.Agency;

/** Lines that are nothing but a credit: a word of crediting and names of agencies, or such names in brackets. */
final class CreditLines {
    private static final int LONGEST = 80;
    private static final String DASHES = "-–—―";

    private final List<String> words;
    private final Map<String, String> agencyOf = new HashMap<>();

    private CreditLines(Agencies agencies) {
        this.words = agencies.creditWords().stream().map(CreditLines::folded).toList();
        for (Agency agency : agencies.all()) {
            agencyOf.put(folded(agency.id()), agency.id());
            agencyOf.put(withoutArticle(folded(agency.name())), agency.id());
        }
    }

    static CreditLines of(Agencies agencies) {
        return new CreditLines(agencies);
    }

    /** Whether a line of the text may be a byline: short, and no name alone, which may credit the picture above. */
    static boolean isByline(String line) {
        return line.length() <= LONGEST && line.indexOf(' ') > 0;
    }

    /** The agencies that the line credits, in its order; empty where it says anything else. */
    List<String> agencies(String line) {
        String names = names(folded(line));
        List<String> credited = new ArrayList<>();
        if (names != null) {
            for (String name : names.split("[,/&;]|\\band\\b", -1)) {
                String agency = agencyOf.get(withoutArticle(name.strip()));
                if (agency == null) {
                    return List.of();
                }
                credited.add(agency);
            }
        }
        return credited;
    }

    /** The agency of a line that begins as datelines do everywhere: place, agency in brackets, dash; or null. */
    String dateline(String line) {
        int open = line.indexOf('(');
        int close = line.indexOf(')', open + 1);
        if (open <= 0 || close < 0 || close > LONGEST || !Character.isUpperCase(line.codePointAt(0))) {
            return null;
        }
        String rest = line.substring(close + 1).strip();
        boolean dash = !rest.isEmpty() && DASHES.indexOf(rest.charAt(0)) >= 0;
        return dash
                ? agencyOf.get(
                        withoutArticle(folded(line.substring(open + 1, close)).strip()))
                : null;
    }

    /** What a line names after its word of crediting or in brackets; null where it is too long or has neither. */
    private String names(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        if (line.length() > 2 && line.startsWith("(") && line.endsWith(")")) {
            return line.substring(1, line.length() - 1);
        }
        for (String word : words) {
            if (line.startsWith(word) && line.length() > word.length()) {
                String rest = line.substring(word.length());
                boolean apart = !Character.isLetter(word.charAt(word.length() - 1)) || rest.charAt(0) == ' ';
                if (apart) {
                    return rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
                }
            }
        }
        return null;
    }

    private static String withoutArticle(String name) {
        return name.startsWith("the ") ? name.substring(4) : name;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
