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
        String clean = clean(html);
        StringBuilder out = new StringBuilder(Math.min(clean.length(), MAX_CHARS));
        int i = 0;
        boolean comments = true;
        while (i < clean.length() && out.length() < MAX_CHARS) {
            if (clean.charAt(i) != '<') {
                int next = clean.indexOf('<', i);
                next = next < 0 ? clean.length() : next;
                append(clean, i, next, out);
                i = next;
            } else if (comments && clean.startsWith("<!--", i)) {
                int end = clean.indexOf("-->", i + 2);
                comments = end >= 0;
                i = comments ? end + 3 : i;
            } else if (isRaw(clean, i, "script") || isRaw(clean, i, "style")) {
                i = copyRaw(clean, i, out);
            } else {
                i = copyTag(clean, i, out);
            }
        }
        return new Guarded(out.toString(), i < clean.length());
    }

    /** U+FFFF is jsoup's own end mark (jhy/jsoup#341); NUL and the other noncharacters are no text either. */
    private static String clean(String html) {
        for (int i = 0; i < html.length(); i++) {
            if (isNoncharacter(html.charAt(i))) {
                char[] chars = html.toCharArray();
                for (; i < chars.length; i++) {
                    chars[i] = isNoncharacter(chars[i]) ? ' ' : chars[i];
                }
                return new String(chars);
            }
        }
        return html;
    }

    private static boolean isNoncharacter(char c) {
        return c == 0 || c >= 0xFDD0 && (c <= 0xFDEF || c >= 0xFFFE);
    }

    private static void append(String html, int from, int to, StringBuilder out) {
        out.append(html, from, Math.min(to, from + MAX_CHARS - out.length()));
    }

    private static boolean isRaw(String html, int at, String name) {
        int end = at + 1 + name.length();
        return end < html.length()
                && (html.charAt(end) == '>' || html.charAt(end) == '/' || html.charAt(end) <= ' ')
                && html.regionMatches(true, at + 1, name, 0, name.length());
    }

    /** Of scripts and styles only data are read; the rest need not be parsed. */
    private static int copyRaw(String html, int at, StringBuilder out) {
        String name = isRaw(html, at, "script") ? "script" : "style";
        int end = rawEnd(html, at, name);
        int tagEnd = html.indexOf('>', at);
        boolean whole = tagEnd < 0 || tagEnd >= end;
        if (whole || html.substring(at, tagEnd).contains("json")) {
            append(html, at, end, out);
        } else {
            append("<" + name + ">", 0, name.length() + 2, out);
        }
        return end;
    }

    private static int rawEnd(String html, int at, String name) {
        int end = at + 1;
        while ((end = html.indexOf("</", end)) >= 0) {
            if (html.regionMatches(true, end + 2, name, 0, name.length())) {
                return end;
            }
            end += 2;
        }
        return html.length();
    }

    /** Copies a tag; of names and values that are too long, the beginning. */
    private static int copyTag(String html, int from, StringBuilder out) {
        int i = from + 1;
        if (i >= html.length() || !(Character.isLetter(html.charAt(i)) || html.charAt(i) == '/')) {
            out.append('<');
            return i;
        }
        char quote = 0;
        int run = 0;
        char before = '<';
        int copied = from;
        while (i < html.length()) {
            char c = html.charAt(i++);
            boolean ends = quote != 0 ? c == quote : c == '>' || c == '<';
            if (ends && quote == 0) {
                i = c == '<' ? i - 1 : i;
                break;
            }
            boolean opens = quote == 0 && (c == '"' || c == '\'') && before == '=';
            run = ends || opens || quote == 0 && c <= ' ' ? 0 : run + 1;
            int most = quote != 0 ? MAX_VALUE : MAX_NAME;
            if (run == most + 1) {
                append(html, copied, i - 1, out);
            }
            copied = run > most ? i : copied;
            quote = ends ? 0 : opens ? c : quote;
            before = c > ' ' ? c : before;
        }
        append(html, copied, i, out);
        return i;
    }
}
