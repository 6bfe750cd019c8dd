package org.pactlens.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key under which the addresses of one page fall together: versions of a page are found by it.
 *
 * <p>For http and https: no scheme, host in lower case and ASCII without {@code www.} and default port, percent-escapes
 * in one spelling, no fragment, no session id, no tracking parameters, the other parameters sorted, no trailing slash.
 * Other schemes keep their address without fragment. Total: any string has a key.
 */
public final class UrlKey {
    /** Campaign and click ids that analytics and mail tools add to links; none selects content. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "_openstat",
            "vero_id",
            "wt_mc",
            "xtor",
            "cmpid",
            "ncid",
            "ito",
            "ocid",
            "spm",
            "s_cid",
            "srsltid",
            "mkt_tok",
            "__twitter_impression",
            "amp_js_v",
            "usqp",
            "at_medium",
            "at_campaign");

    private static final Pattern SESSION = Pattern.compile(";jsessionid=", Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
    private static final int MAX_PARAMETERS = 1000;
    private static final String UNRESERVED = "-._~";

    private UrlKey() {}

    /** The key; empty for null or blank. */
    public static String of(String url) {
        String address = url == null ? "" : url.strip();
        int fragment = address.indexOf('#');
        if (fragment >= 0) {
            address = address.substring(0, fragment);
        }
        WebAddress web = WebAddress.parse(address);
        if (web == null) {
            return address;
        }
        String host = web.host().startsWith("www.") && web.host().indexOf('.', 4) > 0
                ? web.host().substring(4)
                : web.host();
        String port = web.port().isEmpty() ? "" : ":" + web.port();
        String rest = web.rest();
        int question = rest.indexOf('?');
        String path = path(question < 0 ? rest : rest.substring(0, question));
        return host + port + path + (question < 0 ? "" : query(rest.substring(question + 1)));
    }

    private static String path(String raw) {
        String path = raw;
        Matcher session = SESSION.matcher(path);
        if (session.find()) {
            path = path.substring(0, session.start());
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return escaped(path.substring(0, end));
    }

    private static String query(String raw) {
        String[] kept = Arrays.stream(raw.split("&", MAX_PARAMETERS))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .map(UrlKey::escaped)
                .sorted()
                .toArray(String[]::new);
        return kept.length == 0 ? "" : "?" + String.join("&", kept);
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || name.startsWith("pk_") || name.startsWith("mtm_") || TRACKING.contains(name);
    }

    /** One spelling for all: unreserved characters plain, everything not ASCII and every escape as %XX in capitals. */
    private static String escaped(String part) {
        StringBuilder result = new StringBuilder(part.length() + 16);
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] & 0xFF;
            boolean escape = value == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
            if (escape) {
                value = hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]);
                i += 2;
            }
            boolean plain = isUnreserved(value) || !escape && value > ' ' && value < 0x7F;
            if (plain) {
                result.append((char) value);
            } else {
                result.append('%').append(digit(value >> 4)).append(digit(value & 15));
            }
        }
        return result.toString();
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c < 0x7F && UNRESERVED.indexOf(c) >= 0;
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }

    private static char digit(int value) {
        return Character.toUpperCase(Character.forDigit(value, 16));
    }
}
