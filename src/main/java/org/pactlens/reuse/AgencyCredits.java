package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.pactlens.study.Agencies;
import org.pactlens.study.Agency;
import org.pactlens.study.Study;
import org.pactlens.text.Article;

/**
 * Finds the agency whose copy an article prints, by its credit: dateline before closing credit before byline. Picture
 * credits are taken out first; "the agency reported" inside a text is a named source and no credit, which the study's
 * patterns see to.
 */
public final class AgencyCredits {
    private static final int HEAD = 300;
    /** Furniture may stand before a dateline, which only a line can begin with. */
    private static final int LONG_HEAD = 1_200;

    private static final int HEAD_LINES = 6;
    private static final int LONG_HEAD_LINES = 16;
    private static final int TAIL = 1_200;
    private static final int LONGEST_LINE = 400;
    private static final int CAPTION_END = 60;
    /** Scripts after Latin, Greek and Cyrillic. */
    private static final int FIRST_OTHER = 0x530;

    private final List<Agency> agencies;
    private final List<String> pictureCredits;
    private final CreditLines creditLines;

    private AgencyCredits(Agencies agencies) {
        this.agencies = agencies.all();
        this.pictureCredits = agencies.pictureCredits();
        this.creditLines = CreditLines.of(agencies);
    }

    public static AgencyCredits of(Study study) {
        return new AgencyCredits(study.agencies());
    }

    private record Found(int place, String agency) {}

    /** The credit of an article; {@link Credit#NONE} where it has none. */
    public Credit find(Article article) {
        List<String> lines = lines(article.text());
        Map<Credit.Position, List<Found>> found = new EnumMap<>(Credit.Position.class);
        String head = head(lines, HEAD_LINES, HEAD);
        String longHead = head(lines, LONG_HEAD_LINES, LONG_HEAD);
        List<String> bylines = new ArrayList<>(article.authors());
        lines.stream().limit(HEAD_LINES).filter(CreditLines::isByline).forEach(bylines::add);
        for (Agency agency : agencies) {
            for (Agency.Credit credit : agency.patterns()) {
                if (credit.language() != null && !fits(credit.language(), article.language())) {
                    continue;
                }
                switch (credit.position()) {
                    case DATELINE -> search(agency, credit, Credit.Position.DATELINE, List.of(longHead), found);
                    case LEAD -> search(agency, credit, Credit.Position.LEAD, List.of(head), found);
                    case TAIL -> search(agency, credit, Credit.Position.TAIL, tail(lines), found);
                    case CREDIT -> search(agency, credit, Credit.Position.CREDIT, ends(lines), found);
                    case BYLINE -> search(agency, credit, Credit.Position.BYLINE, bylines, found);
                    case BODY -> {
                        // Named sources stand in bodies; alone they are no credit.
                    }
                }
            }
        }
        lines.stream()
                .limit(HEAD_LINES)
                .map(creditLines::dateline)
                .filter(Objects::nonNull)
                .forEach(agency -> add(agency, Credit.Position.DATELINE, found));
        addLines(tail(lines), Credit.Position.TAIL, found);
        addLines(bylines, Credit.Position.BYLINE, found);
        for (Map.Entry<Credit.Position, List<Found>> position : found.entrySet()) {
            TreeMap<Integer, String> inOrder = new TreeMap<>();
            position.getValue().forEach(f -> inOrder.putIfAbsent(f.place(), f.agency()));
            return new Credit(inOrder.values().stream().distinct().toList(), position.getKey());
        }
        return Credit.NONE;
    }

    /** Lines that are nothing but a credit, after what the patterns found at the same position. */
    private void addLines(List<String> lines, Credit.Position position, Map<Credit.Position, List<Found>> found) {
        lines.forEach(line -> creditLines.agencies(line).forEach(agency -> add(agency, position, found)));
    }

    private static void add(String agency, Credit.Position position, Map<Credit.Position, List<Found>> found) {
        List<Found> all = found.computeIfAbsent(position, p -> new ArrayList<>());
        all.add(new Found(LONG_HEAD + TAIL * 2 + all.size(), agency));
    }

    private static boolean fits(String patternLanguage, String language) {
        return language == null || language.equals(patternLanguage) || language.startsWith(patternLanguage + "-");
    }

    private static void search(
            Agency agency,
            Agency.Credit credit,
            Credit.Position position,
            List<String> places,
            Map<Credit.Position, List<Found>> found) {
        int offset = 0;
        for (String place : places) {
            Matcher matcher = credit.pattern().matcher(place);
            if (matcher.find()) {
                found.computeIfAbsent(position, p -> new ArrayList<>())
                        .add(new Found(offset + matcher.start(), agency.id()));
                return;
            }
            offset += place.length() + 1;
        }
    }

    /** The text's lines without captions: lines that end in, or are little more than, a picture credit. */
    private List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !isCaption(line))
                .toList();
    }

    private boolean isCaption(String line) {
        String end = line.length() > CAPTION_END ? line.substring(line.length() - CAPTION_END) : line;
        return line.length() <= LONGEST_LINE && pictureCredits.stream().anyMatch(credit -> creditsPicture(end, credit));
    }

    /**
     * Words of scripts without capitals ("picture", "provided by") are words of any sentence too: they credit a picture
     * only at the edge of the line or before a colon or equals sign.
     */
    private static boolean creditsPicture(String line, String credit) {
        int at = line.lastIndexOf(credit);
        if (at < 0 || credit.codePoints().anyMatch(Character::isUpperCase) || credit.codePointAt(0) < FIRST_OTHER) {
            return at >= 0;
        }
        String after = line.substring(at + credit.length());
        boolean named = !after.isEmpty() && ":：=＝".indexOf(after.charAt(0)) >= 0;
        return named
                || after.codePoints().noneMatch(Character::isLetter)
                || line.substring(0, at).codePoints().noneMatch(Character::isLetter);
    }

    private static String head(List<String> lines, int most, int chars) {
        String head = String.join("\n", lines.subList(0, Math.min(lines.size(), most)));
        return head.length() > chars ? head.substring(0, chars) : head;
    }

    /** Short lines near the end, where closing credits stand. */
    private static List<String> tail(List<String> lines) {
        List<String> tail = new ArrayList<>();
        int chars = 0;
        for (int i = lines.size() - 1; i >= 0 && chars < TAIL; i--) {
            String line = lines.get(i);
            chars += line.length();
            tail.add(0, line.length() > LONGEST_LINE ? line.substring(line.length() - LONGEST_LINE) : line);
        }
        return tail;
    }

    /** First and last lines: a sentence that ascribes the whole item stands there. */
    private static List<String> ends(List<String> lines) {
        List<String> ends = new ArrayList<>(lines.subList(0, Math.min(lines.size(), 2)));
        ends.replaceAll(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        ends.addAll(tail(lines));
        return ends;
    }
}
