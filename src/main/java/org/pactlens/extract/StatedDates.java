package org.pactlens.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads publication dates that stand outside of a page, such as in a field of a news dump, in whatever form. */
public final class StatedDates {
    private static final int DAY_DIGITS = 8;
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLISECONDS_DIGITS = 13;
    private static final int LONGEST = 100;

    private final DateForms forms = new DateForms();

    /**
     * A date as stated.
     *
     * @param day the day as written, which is the local one at the outlet; null where no date was found
     * @param instant null unless a time with its offset from UTC was stated
     */
    public record Stated(LocalDate day, Instant instant) {
        static final Stated NONE = new Stated(null, null);
    }

    /**
     * Reads ISO 8601, RFC 1123, {@code yyyyMMdd}, Unix time in seconds or milliseconds, and the forms of dates on pages.
     *
     * @param text null counts as no date
     * @param language BCP 47 tag of the article, for names of months and the order of numbers; or null
     * @param url the article's address: American order of numbers does not count under other countries' domains
     */
    public Stated read(String text, String language, String url) {
        String value = text == null ? "" : text.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            return Stated.NONE;
        }
        if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return ofDigits(value);
        }
        DateForms.Found found = forms.first(value, language, DateForms.monthFirst(language, PublicationDate.host(url)));
        return found == null ? Stated.NONE : new Stated(found.date(), found.instant());
    }

    private Stated ofDigits(String digits) {
        return switch (digits.length()) {
            case DAY_DIGITS -> {
                String parted = digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
                DateForms.Found found = forms.first(parted, null, false);
                yield found == null ? Stated.NONE : new Stated(found.date(), null);
            }
            case SECONDS_DIGITS -> of(Instant.ofEpochSecond(Long.parseLong(digits)));
            case MILLISECONDS_DIGITS -> of(Instant.ofEpochMilli(Long.parseLong(digits)));
            default -> Stated.NONE;
        };
    }

    private static Stated of(Instant instant) {
        return new Stated(instant.atOffset(ZoneOffset.UTC).toLocalDate(), instant);
    }
}
