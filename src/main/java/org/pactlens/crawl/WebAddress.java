package org.pactlens.crawl;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.Locale;

/**
 * An http or https address in parts. Read leniently: crawls hold addresses that no standard parser takes.
 *
 * @param host lower case, ASCII where it can be converted, without a final dot; may be empty
 * @param port digits; empty where there is none or it is the scheme's own
 * @param rest path, query and fragment as written; empty or beginning with {@code /} or {@code ?} or {@code #}
 */
public record WebAddress(String host, String port, String rest) {
    private static final int LONGEST_HOST = 253;

    /** Null where the scheme is another, or there is none. */
    public static WebAddress parse(String url) {
        if (url == null) {
            return null;
        }
        String text = url.strip();
        boolean secure = text.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !text.regionMatches(true, 0, "http://", 0, 7)) {
            return null;
        }
        int from = secure ? 8 : 7;
        int end = from;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(from, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon >= 0 && authority.indexOf(']', colon) < 0;
        String port = hasPort ? authority.substring(colon + 1) : "";
        String host = hasPort ? authority.substring(0, colon) : authority;
        boolean usual = port.equals(secure ? "443" : "80");
        return new WebAddress(ascii(host), usual ? "" : port, text.substring(end));
    }

    private static String ascii(String raw) {
        String host = raw.endsWith(".") ? raw.substring(0, raw.length() - 1) : raw;
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.length() > LONGEST_HOST || lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        try {
            return IDN.toASCII(lower, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return lower;
        }
    }

    /** Host of an address; null where it is not http or https, or has none. */
    public static String host(String url) {
        WebAddress address = parse(url);
        return address == null || address.host.isEmpty() ? null : address.host;
    }

    /**
     * The part of a host that somebody registered: one label below a public suffix, private suffixes (blog hosts) counted
     * in. Of a host under no known suffix the last two labels; of an IP address or a single label the host itself.
     */
    public static String registrableDomain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (!InternetDomainName.isValid(lower)) {
            return lower;
        }
        InternetDomainName name = InternetDomainName.from(lower);
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        int labels = name.parts().size();
        boolean unknown = !name.hasPublicSuffix() && labels > 2;
        return unknown ? String.join(".", name.parts().subList(labels - 2, labels)) : lower;
    }
}
