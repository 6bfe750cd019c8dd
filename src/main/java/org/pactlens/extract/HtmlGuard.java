package org.pactlens.extract;

/**
 * Makes markup safe to parse in linear time: characters that end jsoup's input early are replaced, names and values of
 * absurd length are cut, and the whole is capped.
 */
final class HtmlGuard {
    /** 3 MB: the longest page of the development crawls is a third of it, and jsoup needs about a second. */
    static final int MAX_CHARS = 3_000_000;

    private static final String[] BARE = {"img", "source", "path"};
    /** The parser adds the attributes of each further one to the first, in quadratic time. */
    private static final int MAX_ROOTS = 20;

    private static final int MAX_NAME = 1_000;
    /** Longer values are data URIs and embedded state, never an address or a class. */
    private static final int MAX_VALUE = 16_000;

    private HtmlGuard() {}

    /** Safe markup; {@code cut} where the end was left off. */
    record Guarded(String html, boolean cut) {}

    static Guarded guard(String html) {
        String clean = clean(html);
        Output out = new Output(new char[Math.min(clean.length(), MAX_CHARS)]);
        int i = 0;
        boolean comments = true;
        while (i < clean.length() && out.length < MAX_CHARS) {
            if (clean.charAt(i) != '<') {
                int next = clean.indexOf('<', i);
                next = next < 0 ? clean.length() : next;
                out.append(clean, i, next);
                i = next;
            } else if (comments && clean.startsWith("<!--", i)) {
                int end = clean.indexOf("-->", i + 2);
                comments = end >= 0;
                i = comments ? end + 3 : i;
            } else if (isNamed(clean, i, "script") || isNamed(clean, i, "style")) {
                i = copyRaw(clean, i, out);
            } else {
                i = copyTag(clean, i, out);
            }
        }
        return new Guarded(new String(out.chars, 0, out.length), i < clean.length());
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

    /** As long as the input, since what is written is never longer than what was read. */
    private static final class Output {
        private final char[] chars;
        private int length;
        private int roots;

        Output(char[] chars) {
            this.chars = chars;
        }

        void append(String html, int from, int to) {
            int end = Math.min(to, from + chars.length - length);
            html.getChars(from, end, chars, length);
            length += end - from;
        }
    }

    private static boolean isNamed(String html, int at, String name) {
        int end = at + 1 + name.length();
        return end < html.length()
                && (html.charAt(end) == '>' || html.charAt(end) == '/' || html.charAt(end) <= ' ')
                && html.regionMatches(true, at + 1, name, 0, name.length());
    }

    /** Of scripts and styles only data are read; the rest need not be parsed. */
    private static int copyRaw(String html, int at, Output out) {
        String name = isNamed(html, at, "script") ? "script" : "style";
        int end = rawEnd(html, at, name);
        int tagEnd = html.indexOf('>', at);
        boolean whole = tagEnd < 0 || tagEnd >= end;
        if (whole || html.substring(at, tagEnd).contains("json")) {
            out.append(html, at, end);
        } else {
            out.append("<" + name + ">", 0, name.length() + 2);
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

    private static boolean isRoot(String html, int at) {
        return isNamed(html, at, "body") || isNamed(html, at, "html");
    }

    /** Of elements whose attributes nobody reads, and which are many and long, only the name. */
    private static void copyShort(String html, int from, int end, Output out) {
        for (String name : BARE) {
            if (isNamed(html, from, name)) {
                out.append(html, from, from + 1 + name.length());
                out.append(html, html.charAt(end - 2) == '/' ? end - 2 : end - 1, end);
                return;
            }
        }
        out.append(html, from, end);
    }

    /** The end of a tag too short for a name or value to be cut, or -1 where that is not seen at once. */
    private static int shortTag(String html, int from) {
        char quote = 0;
        int most = Math.min(html.length(), from + MAX_NAME);
        for (int i = from; i < most; i++) {
            char c = html.charAt(i);
            if (c == '<') {
                return -1;
            }
            if (c == '>' && quote == 0) {
                return i + 1;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        return -1;
    }

    /** Copies a tag; of names and values that are too long, the beginning. */
    private static int copyTag(String html, int from, Output out) {
        int i = from + 1;
        if (i >= html.length() || !(Character.isLetter(html.charAt(i)) || html.charAt(i) == '/')) {
            out.append(html, from, i);
            return i;
        }
        int end = shortTag(html, i);
        if (isRoot(html, from) && ++out.roots > MAX_ROOTS) {
            return end > 0 ? end : i;
        }
        if (end > 0) {
            copyShort(html, from, end, out);
            return end;
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
                out.append(html, copied, i - 1);
            }
            copied = run > most ? i : copied;
            quote = ends ? 0 : opens ? c : quote;
            before = c > ' ' ? c : before;
        }
        out.append(html, copied, i);
        return i;
    }
}
