package org.pactlens.crawl;

import java.util.Locale;

/**
 * A Content-Type value, read leniently.
 *
 * @param mediaType lower case, without parameters; null where there is none
 * @param charset as declared, unquoted; null where there is none
 */
record ContentType(String mediaType, String charset) {
    private static final int LONGEST = 256;

    static ContentType parse(String value) {
        if (value == null) {
            return new ContentType(null, null);
        }
        String text = value.substring(0, Math.min(value.length(), LONGEST));
        int stop = 0;
        while (stop < text.length() && ";, \t".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        String type = text.substring(0, stop).replace("\"", "").toLowerCase(Locale.ROOT);
        return new ContentType(type.isEmpty() ? null : type, charset(text, stop));
    }

    private static String charset(String text, int from) {
        int at = text.toLowerCase(Locale.ROOT).indexOf("charset", from);
        int equals = at < 0 ? -1 : text.indexOf('=', at);
        if (equals < 0) {
            return null;
        }
        String rest = text.substring(equals + 1).trim();
        int start = !rest.isEmpty() && (rest.charAt(0) == '"' || rest.charAt(0) == '\'') ? 1 : 0;
        int stop = start;
        while (stop < rest.length() && "\"';, \t".indexOf(rest.charAt(stop)) < 0) {
            stop++;
        }
        return stop == start ? null : rest.substring(start, stop);
    }
}
