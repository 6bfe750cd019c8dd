package org.pactlens.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Says in which language a text is written. Immutable and safe for many threads; costly to build, so build one.
 *
 * <p>Korean, Japanese and Chinese are told by their scripts; all others by Apache OpenNLP's character n-gram model of
 * 103 languages, which travels in the program.
 */
public final class LanguageDetector {
    /** Characters that are read of a long text, from its start. */
    private static final int READ = 3_000;

    private static final int FEWEST_LETTERS = 8;
    /** Share of letters in a script from which the script decides. */
    private static final double MOST = 0.4;

    /** Kana stand between Han in any Japanese sentence; names in Chinese texts hold some now and then. */
    private static final double SOME_KANA = 0.08;

    private static final Map<String, String> TWO_LETTERS = twoLetters();

    private final LanguageDetectorModel model;

    private LanguageDetector(LanguageDetectorModel model) {
        this.model = model;
    }

    /**
     * The answer for one text.
     *
     * @param language BCP 47 primary tag; null where the text gives no hold
     * @param confidence 0..1; 0 where the language is null
     */
    public record Detected(String language, double confidence) {}

    /** Loads the model from the class path. */
    public static LanguageDetector create() {
        try (InputStream in = LanguageDetectorModel.class.getResourceAsStream("/langdetect-183.bin")) {
            return new LanguageDetector(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language of most of the text. Reads a bounded part of long texts. */
    public Detected detect(String text) {
        String read = text.length() <= READ ? text : text.substring(0, READ);
        int[] scripts = new int[Character.UnicodeScript.values().length];
        int letters = 0;
        for (int c : read.codePoints().filter(Character::isLetter).toArray()) {
            scripts[Character.UnicodeScript.of(c).ordinal()]++;
            letters++;
        }
        if (letters < FEWEST_LETTERS) {
            return new Detected(null, 0);
        }
        double hangul = share(scripts, letters, Character.UnicodeScript.HANGUL);
        double kana = share(scripts, letters, Character.UnicodeScript.HIRAGANA)
                + share(scripts, letters, Character.UnicodeScript.KATAKANA);
        double han = share(scripts, letters, Character.UnicodeScript.HAN);
        if (hangul >= MOST) {
            return new Detected("ko", hangul);
        }
        if (kana + han >= MOST) {
            return kana >= SOME_KANA ? new Detected("ja", kana + han) : new Detected("zh", han);
        }
        Language best = new LanguageDetectorME(model).predictLanguage(read);
        return new Detected(TWO_LETTERS.getOrDefault(best.getLang(), best.getLang()), best.getConfidence());
    }

    private static double share(int[] scripts, int letters, Character.UnicodeScript script) {
        return (double) scripts[script.ordinal()] / letters;
    }

    /** From the model's ISO 639-3 codes to BCP 47, which takes the shorter code where there is one. */
    private static Map<String, String> twoLetters() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            try {
                Locale locale = Locale.forLanguageTag(two);
                // The JDK lists withdrawn codes too ("in" for Indonesian); a tag never holds one.
                codes.put(locale.getISO3Language(), locale.toLanguageTag());
            } catch (MissingResourceException e) {
                // A code without a longer form is not in the model.
            }
        }
        // Members of a macrolanguage, which readers look for under its own code.
        codes.put("cmn", "zh");
        codes.put("pes", "fa");
        codes.put("ekk", "et");
        codes.put("lvs", "lv");
        codes.put("nob", "no");
        codes.put("plt", "mg");
        return Map.copyOf(codes);
    }
}
