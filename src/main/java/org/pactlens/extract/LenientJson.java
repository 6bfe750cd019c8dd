package org.pactlens.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that pages really hold: raw line breaks in strings, comments, trailing commas, single quotes, CDATA
 * wrappers, a missing end. Never fails; what cannot be understood is skipped. Depth and number of values are bounded.
 */
final class LenientJson {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_VALUES = 100_000;

    private final String in;
    private int at;
    private int values;

    private LenientJson(String in) {
        this.in = in;
    }

    /** A {@code Map}, {@code List}, {@code String} (numbers and literals too) or null. */
    static Object read(String json) {
        LenientJson reader = new LenientJson(json);
        reader.at = firstBracket(json);
        return reader.at < 0 ? null : reader.value(0);
    }

    private static int firstBracket(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) == '{' || json.charAt(i) == '[') {
                boolean wrapper = json.startsWith("[CDATA[", i);
                if (!wrapper) {
                    return i;
                }
                i += 6;
            }
        }
        return -1;
    }

    private Object value(int depth) {
        skipBlank();
        if (at >= in.length() || depth > MAX_DEPTH || ++values > MAX_VALUES) {
            at = in.length();
            return null;
        }
        char c = in.charAt(at);
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"', '\'' -> string(c);
            default -> literal();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        while (true) {
            skipBlank();
            if (at >= in.length()) {
                return map;
            }
            char c = in.charAt(at);
            if (c == '}') {
                at++;
                return map;
            }
            if (c == '"' || c == '\'') {
                String key = string(c);
                skipBlank();
                if (at < in.length() && in.charAt(at) == ':') {
                    at++;
                    map.putIfAbsent(key, value(depth + 1));
                }
            } else if (c == ']') {
                return map;
            } else {
                at++;
            }
        }
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        at++;
        while (true) {
            skipBlank();
            if (at >= in.length()) {
                return list;
            }
            char c = in.charAt(at);
            if (c == ']') {
                at++;
                return list;
            }
            if (c == '}') {
                return list;
            }
            if (c == ',') {
                at++;
            } else {
                int before = at;
                list.add(value(depth + 1));
                at = Math.max(at, before + 1);
            }
        }
    }

    private String string(char quote) {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c == quote && closes()) {
                return out.toString();
            }
            if (c == '\\' && at < in.length()) {
                escape(in.charAt(at++), out);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A quote inside a string that its author forgot to escape is not followed by what follows a string. */
    private boolean closes() {
        int i = at;
        while (i < in.length() && in.charAt(i) <= ' ') {
            i++;
        }
        return i >= in.length() || ",:]}/".indexOf(in.charAt(i)) >= 0;
    }

    private void escape(char c, StringBuilder out) {
        switch (c) {
            case 'n', 'r', 't', 'b', 'f' -> out.append(c == 'n' ? '\n' : ' ');
            case 'u' -> {
                int code = at + 4 <= in.length() ? hex(in, at) : -1;
                if (code >= 0) {
                    out.append((char) code);
                    at += 4;
                }
            }
            default -> out.append(c);
        }
    }

    private static int hex(String in, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(in.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private String literal() {
        int start = at;
        while (at < in.length() && ",:]}[{\"\n".indexOf(in.charAt(at)) < 0) {
            at++;
        }
        String word = in.substring(start, at).strip();
        return word.equals("null") || word.isEmpty() ? null : word;
    }

    private void skipBlank() {
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c <= ' ' || c == '\uFEFF' || c == '\u00A0') {
                at++;
            } else if (c == '/' && at + 1 < in.length() && in.charAt(at + 1) == '*') {
                int end = in.indexOf("*/", at + 2);
                at = end < 0 ? in.length() : end + 2;
            } else if (c == '/' && at + 1 < in.length() && in.charAt(at + 1) == '/') {
                int end = in.indexOf('\n', at);
                at = end < 0 ? in.length() : end;
            } else {
                return;
            }
        }
    }
}
