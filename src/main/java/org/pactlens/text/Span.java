package org.pactlens.text;

/**
 * A stretch of a text. Offsets count Unicode code points, end exclusive, {@code 0 <= start < end}.
 *
 * <p>Java strings count UTF-16 units; {@link #ofUtf16} and {@link #cut} are the only places that convert.
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span [" + start + ", " + end + ") is empty or negative");
        }
    }

    /** The span of {@code text} between two UTF-16 indices. Linear in {@code utf16End}. */
    public static Span ofUtf16(String text, int utf16Start, int utf16End) {
        int start = text.codePointCount(0, utf16Start);
        return new Span(start, start + text.codePointCount(utf16Start, utf16End));
    }

    /** The words of {@code text} that this span covers. */
    public String cut(String text) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    /** Whether the two spans share at least one code point. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Number of code points. */
    public int length() {
        return end - start;
    }

    /** By start, the longer first. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(other.end, end);
    }
}
