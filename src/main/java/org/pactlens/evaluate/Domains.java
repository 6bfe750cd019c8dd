package org.pactlens.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The cut of hosts into domains that the referee's intervals rest on; coarser than a list of public suffixes. */
final class Domains {
    private static final Pattern TWO_PART_SUFFIX = Pattern.compile("com?|org|net|gov|edu|ac|or|ne|go");
    private static final Pattern SCHEME = Pattern.compile("\\A[A-Za-z][A-Za-z0-9+.-]*:");

    private Domains() {}

    /** The last two or three labels of the host; of a URL without a host, of the URL itself. */
    static String of(String url) {
        String host = host(url);
        String[] labels = (host.isEmpty() ? url : host).split("\\.", -1);
        boolean three = labels.length > 2
                && labels[labels.length - 1].length() == 2
                && TWO_PART_SUFFIX.matcher(labels[labels.length - 2]).matches();
        int from = Math.max(0, labels.length - (three ? 3 : 2));
        return String.join(".", Arrays.asList(labels).subList(from, labels.length));
    }

    private static String host(String url) {
        String rest = SCHEME.matcher(url).replaceFirst("");
        if (!rest.startsWith("//")) {
            return "";
        }
        String authority = rest.substring(2).split("[/?#]", 2)[0];
        String address = authority.substring(authority.lastIndexOf('@') + 1);
        int end = address.startsWith("[") ? address.indexOf(']') : address.indexOf(':');
        return address.substring(address.startsWith("[") ? 1 : 0, end < 0 ? address.length() : end)
                .toLowerCase(Locale.ROOT);
    }
}
