package org.pactlens.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a language writes its words, as far as folding and matching are concerned. */
enum Orthography {
    /** Words parted by blanks; a term begins and ends at the edge of a word. */
    SPACED,
    /** As spaced; i with and without a dot are two letters. */
    TURKIC,
    /** As spaced; the tone mark may stand on either vowel of an open syllable ("hòa", "hoà"). */
    VIETNAMESE,
    /** As spaced; ё is written as е at will. */
    RUSSIAN,
    /** As spaced; ä, ö, ü are written ae, oe, ue at will. */
    GERMAN,
    /** As spaced; capitals lose their accents at will ("Etat"). */
    ROMANCE,
    /** As spaced; particles join the front of a word; vowel signs and carriers of hamza vary. */
    ARABIC,
    /** A term begins at the edge of a word and ends anywhere; blanks in a term are optional. */
    KOREAN,
    /** No blanks between words; a term stands anywhere and blanks of the page do not count. */
    UNSPACED;

    private static final Map<String, Orthography> BY_LANGUAGE = Map.ofEntries(
            Map.entry("tr", TURKIC),
            Map.entry("az", TURKIC),
            Map.entry("vi", VIETNAMESE),
            Map.entry("ru", RUSSIAN),
            Map.entry("de", GERMAN),
            Map.entry("es", ROMANCE),
            Map.entry("fr", ROMANCE),
            Map.entry("ar", ARABIC),
            Map.entry("ko", KOREAN));
    private static final Set<String> WITHOUT_BLANKS = Set.of("zh", "ja", "yue", "wuu", "th", "lo", "km", "my", "bo");

    /** @param language BCP 47 tag, or null where unknown */
    static Orthography of(String language) {
        if (language == null) {
            return SPACED;
        }
        int hyphen = language.indexOf('-');
        String primary = (hyphen < 0 ? language : language.substring(0, hyphen)).toLowerCase(Locale.ROOT);
        return WITHOUT_BLANKS.contains(primary) ? UNSPACED : BY_LANGUAGE.getOrDefault(primary, SPACED);
    }
}
