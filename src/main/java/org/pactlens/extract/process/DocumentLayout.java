package org.pactlens.extract.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** From blocks on pages to running text: lines joined, words mended, what recurs on every page left out. */
final class DocumentLayout {
    /** Blocks at the top and bottom of a page that may be its header or footer. */
    private static final int EDGE = 2;

    private static final int MIN_PAGES = 3;

    /** Of a line as {@link #shape} gives it. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[#\\-–—/. |]*|page #( of #)?|seite #|стр\\.? #");

    private DocumentLayout() {}

    /** @param paged lines are those of the printed page and must be joined */
    static String text(List<List<String>> pages, boolean paged) {
        List<String> paragraphs = new ArrayList<>();
        if (!paged) {
            pages.forEach(page -> page.forEach(block -> paragraphs.add(joinLines(block))));
            return String.join("\n\n", paragraphs);
        }
        Set<String> recurring = recurring(pages);
        for (List<String> page : pages) {
            boolean first = true;
            for (String block : withoutEdges(page, recurring)) {
                String joined = joinLines(block);
                int last = paragraphs.size() - 1;
                if (first && last >= 0 && continues(paragraphs.get(last), joined)) {
                    paragraphs.set(last, join(paragraphs.get(last), joined));
                } else if (!joined.isEmpty()) {
                    paragraphs.add(joined);
                }
                first = false;
            }
        }
        return String.join("\n\n", paragraphs);
    }

    private static Set<String> recurring(List<List<String>> pages) {
        Map<String, Integer> counts = new HashMap<>();
        int full = 0;
        for (List<String> page : pages) {
            Set<String> edges = new HashSet<>();
            List<String> lines = lines(page);
            for (int i = 0; i < lines.size(); i++) {
                if (i < EDGE || i >= lines.size() - EDGE) {
                    edges.add(shape(lines.get(i)));
                }
            }
            full += lines.isEmpty() ? 0 : 1;
            edges.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        Set<String> recurring = new HashSet<>();
        int least = Math.max(MIN_PAGES, full / 2);
        counts.forEach((line, count) -> {
            if (count >= least) {
                recurring.add(line);
            }
        });
        return recurring;
    }

    private static List<String> lines(List<String> page) {
        List<String> lines = new ArrayList<>();
        page.forEach(block ->
                block.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(lines::add));
        return lines;
    }

    private static List<String> withoutEdges(List<String> page, Set<String> recurring) {
        int total = lines(page).size();
        int at = 0;
        List<String> kept = new ArrayList<>();
        for (String block : page) {
            StringBuilder rest = new StringBuilder();
            for (String line :
                    block.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
                boolean edge = at < EDGE || at >= total - EDGE;
                boolean number = edge && PAGE_NUMBER.matcher(shape(line)).matches();
                if (!(edge && recurring.contains(shape(line))) && !number) {
                    rest.append(rest.length() > 0 ? "\n" : "").append(line);
                }
                at++;
            }
            if (rest.length() > 0) {
                kept.add(rest.toString());
            }
        }
        return kept;
    }

    /** A line with its numbers made equal: page numbers differ from page to page. */
    private static String shape(String line) {
        StringBuilder out = new StringBuilder(Math.min(200, line.length()));
        for (int i = 0; i < line.length() && out.length() < 200; i++) {
            char c = line.charAt(i);
            if (!Character.isDigit(c)) {
                out.append(Character.toLowerCase(c));
            } else if (out.length() == 0 || out.charAt(out.length() - 1) != '#') {
                out.append('#');
            }
        }
        return out.toString().strip().toLowerCase(Locale.ROOT);
    }

    static String joinLines(String block) {
        StringBuilder all = new StringBuilder(block.length());
        for (String raw : block.split("\n")) {
            String line = raw.strip().replaceAll("[ \\t\\u00A0]+", " ");
            if (line.isEmpty()) {
                continue;
            }
            append(all, line);
        }
        return all.toString();
    }

    private static String join(String before, String after) {
        StringBuilder all = new StringBuilder(before);
        append(all, after);
        return all.toString();
    }

    /** Undoes the hyphen at a line's end where a small letter goes on; spaceless scripts join without a blank. */
    private static void append(StringBuilder all, String line) {
        int end = all.length() - 1;
        if (end < 0) {
            all.append(line);
            return;
        }
        char last = all.charAt(end);
        char next = line.charAt(0);
        boolean hyphen = (last == '-' || last == '\u2010' || last == '\u00AD')
                && end > 0
                && Character.isLetter(all.charAt(end - 1))
                && Character.isLowerCase(next);
        if (hyphen) {
            all.setLength(end);
        } else if (!(isSpaceless(last) && isSpaceless(next))) {
            all.append(' ');
        }
        all.append(line);
    }

    private static boolean isSpaceless(char c) {
        return c >= 0x3000 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF
                || c >= 0xFF00 && c <= 0xFFEF
                || c >= 0x0E00 && c <= 0x0E7F;
    }

    /** A paragraph goes on over the page's end where it did not end and the next begins small. */
    private static boolean continues(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        return (Character.isLetter(last) || last == ',' || last == '-')
                && (Character.isLowerCase(after.charAt(0)) || isSpaceless(last) && isSpaceless(after.charAt(0)));
    }
}
