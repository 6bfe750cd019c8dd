package org.pactlens.extract;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** The day at an outlet's place at a moment, by the country code its host ends in. */
final class OutletDay {
    private static final ZoneOffset WESTMOST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset EASTMOST = ZoneOffset.ofHours(14);

    /** Codes of small countries that are sold to outlets of all the world for what they spell. */
    private static final Set<String> SOLD = Set.of(
            "AC", "AG", "AI", "AM", "BZ", "CC", "CF", "CO", "FM", "GA", "GG", "GL", "IM", "IO", "LA", "LI", "LY", "ME",
            "ML", "MN", "MS", "NU", "PW", "SC", "SH", "SO", "ST", "SU", "TK", "TM", "TO", "TV", "VC", "VG", "WS");

    private OutletDay() {}

    /** Null where the host names no country, or the country has different days at that moment. */
    static LocalDate of(Instant moment, String host) {
        String country = country(host);
        if (country == null) {
            return null;
        }
        Set<String> zones = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null);
        LocalDate day = null;
        for (String zone : zones) {
            LocalDate there = day(moment, zone);
            if (day != null && !day.equals(there)) {
                return null;
            }
            day = there;
        }
        return day;
    }

    /** ISO 3166 code of the country that a host ends in, EU included; null where it names none. */
    static String country(String host) {
        String code = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (code.length() != 2 || SOLD.contains(code)) {
            return null;
        }
        return code.equals("UK") ? "GB" : code;
    }

    /** Whether it is that day somewhere on earth at that moment. */
    static boolean isSomewhere(Instant moment, LocalDate day) {
        return !day.isBefore(moment.atOffset(WESTMOST).toLocalDate())
                && !day.isAfter(moment.atOffset(EASTMOST).toLocalDate());
    }

    private static LocalDate day(Instant moment, String zone) {
        try {
            return moment.atZone(ZoneId.of(zone)).toLocalDate();
        } catch (java.time.DateTimeException unknownHere) {
            return moment.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }
}
