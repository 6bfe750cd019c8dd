package org.pactlens.extract;

/**
 * Makes markup safe to parse in linear time: characters that end jsoup's input early are replaced, names and values of
 * absurd length are cut, and the whole is capped.
 */
final class HtmlGuard {
    /** 3 MB: the longest page of the development crawls is a third of it, and jsoup needs about a second. */
    static final int MAX_CHARS = 3_000_000;

    private static final int MAX_NAME = 1_000;
    /** Longer values are data URIs and embedded state, never an address or a class. */
    private static final int MAX_VALUE = 16_000;

    private HtmlGuard() {}

    /** Safe markup; {@code cut} where the end was left off. */
    record Guarded(String html, boolean cut) {}

    static Guarded guard(String html) {
        StringBuilder out = new StringBuilder(Math.min(html.length(), MAX_CHARS));
        int i = 0;
        boolean comments = true;
        while (i < html.length() && out.length() < MAX_CHARS) {
            char c = html.charAt(i);
            if (c != '<') {
                int next = html.indexOf('<', i);
                next = next < 0 ? html.length() : next;
                appendClean(html, i, Math.min(next, i + MAX_CHARS - out.length()), out);
                i = next;
            } else if (comments && html.startsWith("<!--", i)) {
                int end = html.indexOf("-->", i + 2);
                comments = end >= 0;
                i = comments ? end + 3 : i;
            } else if (isRaw(html, i)) {
                int end = rawEnd(html, i);
                appendClean(html, i, Math.min(end, i + MAX_CHARS - out.length()), out);
                i = end;
            } else {
                i = copyTag(html, i, out);
            }
        }
        return new Guarded(out.toString(), i < html.length());
    }

    private static boolean isRaw(String html, int at) {
        return html.regionMatches(true, at + 1, "script", 0, 6) || html.regionMatches(true, at + 1, "style", 0, 5);
    }

    private static int rawEnd(String html, int at) {
        boolean script = html.regionMatches(true, at + 1, "script", 0, 6);
        String name = script ? "script" : "style";
        int end = at + 1;
        while ((end = html.indexOf("</", end)) >= 0) {
            if (html.regionMatches(true, end + 2, name, 0, name.length())) {
                return end;
            }
            end += 2;
        }
        return html.length();
    }

    private static int copyTag(String html, int from, StringBuilder out) {
        out.append('<');
        int i = from + 1;
        if (i >= html.length() || !(Character.isLetter(html.charAt(i)) || html.charAt(i) == '/')) {
            return i;
        }
        char quote = 0;
        int run = 0;
        char before = '<';
        while (i < html.length() && out.length() < MAX_CHARS) {
            char c = html.charAt(i++);
            boolean ends = quote != 0 ? c == quote : c == '>' || c == '<';
            boolean opens = quote == 0 && (c == '"' || c == '\'') && before == '=';
            run = ends || opens || quote == 0 && c <= ' ' ? 0 : run + 1;
            if (run <= (quote != 0 ? MAX_VALUE : MAX_NAME)) {
                appendClean(c, out);
            }
            if (ends && quote == 0) {
                if (c == '<') {
                    out.setLength(out.length() - 1);
                    return i - 1;
                }
                return i;
            }
            quote = ends ? 0 : opens ? c : quote;
            before = c > ' ' ? c : before;
        }
        return i;
    }

    private static void appendClean(String html, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            appendClean(html.charAt(i), out);
        }
    }

    /** U+FFFF is jsoup's own end mark (jhy/jsoup#341); NUL and the other noncharacters are no text either. */
    private static void appendClean(char c, StringBuilder out) {
        boolean noncharacter = c == 0 || c >= 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        out.append(noncharacter ? ' ' : c);
    }
}
