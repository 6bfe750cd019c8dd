package org.pactlens.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.pactlens.text.Utf8;

/**
 * From bytes to characters: byte order mark, well-formed UTF-8, HTTP header, declaration in the page, letter statistics;
 * each declaration is believed only where the bytes bear it out.
 *
 * <p>Labels follow the WHATWG Encoding Standard where the web means a superset: {@code gb2312} is read as GB18030,
 * {@code euc-kr} as windows-949, {@code iso-8859-1} as windows-1252.
 */
public final class TextDecoder {
    /** Declarations stand at the start; pages with a long comment before them exist. */
    private static final int DECLARATION_BYTES = 256 * 1024;

    private static final int DETECTION_BYTES = 48 * 1024;
    /** Up to one undecodable byte in fifty others is damage; above that it is another encoding. */
    private static final int TOLERATED_DAMAGE = 50;

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("hz-gb-2312", "GB18030"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("windows-949", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("big5-hkscs", "Big5-HKSCS"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"));

    private TextDecoder() {}

    /**
     * Decoded text with the encoding's name and the rule that chose it.
     *
     * @param damaged characters stand as U+FFFD
     */
    public record Decoded(String text, String charset, CharsetRule rule, boolean damaged) {}

    /** @param declared charset parameter of the HTTP header or null */
    public static Decoded decode(byte[] bytes, String declared) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            int skip = marked == StandardCharsets.UTF_8 ? 3 : 2;
            return decoded(bytes, skip, marked, CharsetRule.BOM);
        }
        Charset wide = wideWithoutMark(bytes);
        if (wide != null) {
            return decoded(bytes, 0, wide, CharsetRule.DETECTED);
        }
        Charset http = charset(declared);
        int[] utf8 = utf8Sequences(bytes);
        if (utf8[0] > 0 && utf8[1] == 0 && !isEscaped(http)) {
            return decoded(bytes, 0, StandardCharsets.UTF_8, CharsetRule.UTF8);
        }
        Charset meta = declaredInside(bytes);
        if (fits(bytes, http, utf8)) {
            return decoded(bytes, 0, http, CharsetRule.HTTP);
        }
        if (fits(bytes, meta, utf8)) {
            return decoded(bytes, 0, meta, CharsetRule.META);
        }
        if (utf8[0] + utf8[1] == 0) {
            return decoded(bytes, 0, StandardCharsets.UTF_8, CharsetRule.UTF8);
        }
        if (utf8[1] * TOLERATED_DAMAGE <= utf8[0]) {
            return decoded(bytes, 0, StandardCharsets.UTF_8, CharsetRule.DETECTED);
        }
        return detected(bytes);
    }

    /** The encoding a label means on the web, or null for none or an unknown one. */
    static Charset charset(String label) {
        if (label == null) {
            return null;
        }
        String name = label.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"']+|[\"';]+$", "");
        try {
            return Charset.forName(LABELS.getOrDefault(name, name));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static Decoded decoded(byte[] bytes, int skip, Charset charset, CharsetRule rule) {
        String text = new String(bytes, skip, bytes.length - skip, charset);
        return new Decoded(text, charset.name(), rule, text.indexOf('\uFFFD') >= 0);
    }

    private static Charset byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    /** UTF-16 without a mark: markup gives every second byte zero. */
    private static Charset wideWithoutMark(byte[] b) {
        int length = Math.min(b.length, 2048) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += b[i] == 0 ? 1 : 0;
            odd += b[i + 1] == 0 ? 1 : 0;
        }
        if (length >= 16 && even * 4 > length / 2 && odd == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return length >= 16 && odd * 4 > length / 2 && even == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean isEscaped(Charset charset) {
        return charset != null && charset.name().startsWith("ISO-2022");
    }

    /** Counts of well-formed multi-byte sequences and of bytes outside any; a sequence cut off at the end is neither. */
    private static int[] utf8Sequences(byte[] b) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < b.length; ) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int length = Utf8.length(b[i] & 0xFF);
            int have = Utf8.present(b, i, length);
            if (length > 1 && have == length) {
                good++;
            } else if (length != 1 && i + have < b.length) {
                bad++;
            }
            i += have;
        }
        return new int[] {good, bad};
    }

    private static boolean fits(byte[] bytes, Charset charset, int[] utf8) {
        if (charset == null
                || charset.name().startsWith("UTF-16")
                || charset.name().startsWith("UTF-32")) {
            return false;
        }
        if (charset == StandardCharsets.UTF_8) {
            return utf8[1] * TOLERATED_DAMAGE <= utf8[0];
        }
        int high = 0;
        int highPairs = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                highPairs += i > 0 && bytes[i - 1] < 0 ? 1 : 0;
            }
        }
        boolean western = isWestern(charset);
        // Words of a Latin alphabet hold single accented letters; long runs of high bytes are another script.
        if (western && high > 40 && highPairs * 2 > high) {
            return false;
        }
        return high == 0 || damage(bytes, charset) * TOLERATED_DAMAGE <= high;
    }

    private static boolean isWestern(Charset charset) {
        return switch (charset.name()) {
            case "windows-1252",
                    "windows-1250",
                    "windows-1254",
                    "windows-1257",
                    "ISO-8859-2",
                    "ISO-8859-4",
                    "ISO-8859-13",
                    "ISO-8859-15",
                    "ISO-8859-16",
                    "x-MacRoman" -> true;
            default -> false;
        };
    }

    private static int damage(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, 1 << 20));
        CharBuffer out = CharBuffer.allocate(8192);
        int damaged = 0;
        boolean more = true;
        while (more) {
            more = decoder.decode(in, out, true).isOverflow();
            out.flip();
            for (int i = 0; i < out.length(); i++) {
                damaged += out.charAt(i) == '\uFFFD' ? 1 : 0;
            }
            out.clear();
        }
        return damaged;
    }

    /** The charset a page declares for itself in a meta element or XML declaration, or null. */
    static Charset declaredInside(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (head.startsWith("<?xml")) {
            Charset named = labelAfter(head, "encoding", 0, head.indexOf("?>"));
            if (named != null) {
                return named;
            }
        }
        int at = 0;
        for (int tries = 0; tries < 100 && (at = head.indexOf("<meta", at)) >= 0; tries++) {
            int end = head.indexOf('>', at);
            Charset named = labelAfter(head, "charset", at, end < 0 ? head.length() : end);
            if (named != null) {
                // A page that says UTF-16 in ASCII bytes means UTF-8 (HTML standard, "changing the encoding").
                return named.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named;
            }
            at += 5;
        }
        return null;
    }

    private static Charset labelAfter(String head, String word, int from, int to) {
        int at = head.indexOf(word, from);
        if (at < 0 || at >= to) {
            return null;
        }
        int start = at + word.length();
        while (start < to && " \t\r\n='\"".indexOf(head.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < to && end - start < 40 && " \t\r\n'\";/?>".indexOf(head.charAt(end)) < 0) {
            end++;
        }
        return charset(head.substring(start, end));
    }

    private static Decoded detected(byte[] bytes) {
        byte[] sample = visibleBytes(bytes);
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        Charset best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (CharsetMatch match : detector.detectAll()) {
            Charset charset = charset(match.getName());
            if (charset == null
                    || charset.name().startsWith("UTF-")
                    || charset.name().startsWith("ISO-2022")) {
                continue;
            }
            double score = match.getConfidence() - 400.0 * damage(sample, charset) / Math.max(1, sample.length);
            if (score > bestScore) {
                bestScore = score;
                best = charset;
            }
        }
        Charset chosen = best == null ? Charset.forName("windows-1252") : best;
        return decoded(bytes, 0, chosen, best == null ? CharsetRule.FALLBACK : CharsetRule.DETECTED);
    }

    /** The bytes outside tags and scripts that are not ASCII markup noise, at most {@value #DETECTION_BYTES}. */
    private static byte[] visibleBytes(byte[] bytes) {
        byte[] sample = new byte[Math.min(bytes.length, DETECTION_BYTES)];
        int length = 0;
        boolean tag = false;
        for (int i = 0; i < bytes.length && length < sample.length; i++) {
            byte b = bytes[i];
            if (b == '<' && i + 1 < bytes.length && (bytes[i + 1] == '/' || Character.isLetter(bytes[i + 1]))) {
                tag = true;
            } else if (b == '>' && tag) {
                tag = false;
                sample[length++] = ' ';
            } else if (!tag) {
                boolean near = b < 0 || highNear(bytes, i);
                if (near) {
                    sample[length++] = b;
                }
            }
        }
        return java.util.Arrays.copyOf(sample, length);
    }

    /** Scripts and styles are ASCII; keep only what stands within a word's reach of a high byte. */
    private static boolean highNear(byte[] bytes, int at) {
        for (int i = Math.max(0, at - 12); i < Math.min(bytes.length, at + 13); i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
