package org.pactlens.study;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place in a YAML file that knows its line and reads itself as a typed value. Whatever is wrong goes to
 * {@link Problems} and the reader goes on with an empty value, so that one pass finds everything.
 */
public final class YamlNode {
    private YamlNode() {}

    /** The root mapping of a file; an empty mapping where it is no YAML. */
    public static YamlNode parse(String file, InputStream content, Problems problems) {
        throw new UnsupportedOperationException();
    }

    /** Reports every key of this mapping that is not in {@code keys}, with the nearest known one. */
    public YamlNode knows(String... keys) {
        throw new UnsupportedOperationException();
    }

    /** The value of a key that must be there. */
    public YamlNode required(String key) {
        throw new UnsupportedOperationException();
    }

    /** The value of a key that may be missing. */
    public YamlNode optional(String key) {
        throw new UnsupportedOperationException();
    }

    /** Whether there is anything here. */
    public boolean present() {
        throw new UnsupportedOperationException();
    }

    /** Text that is not blank; empty where missing. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    /** One of some words; the first of them where it is none. */
    public String oneOf(Set<String> words) {
        throw new UnsupportedOperationException();
    }

    public boolean flag(boolean otherwise) {
        throw new UnsupportedOperationException();
    }

    public int integer(int least, int most) {
        throw new UnsupportedOperationException();
    }

    public double decimal(double least, double most) {
        throw new UnsupportedOperationException();
    }

    /** A day as {@code YYYY-MM-DD}, or null where missing. */
    public LocalDate date() {
        throw new UnsupportedOperationException();
    }

    /** A list of texts without doubles; empty where missing. */
    public List<String> texts() {
        throw new UnsupportedOperationException();
    }

    /** The nodes of a list; empty where missing. */
    public List<YamlNode> items() {
        throw new UnsupportedOperationException();
    }

    /** The nodes of a mapping by key in the order of the file; empty where missing. */
    public Map<String, YamlNode> entries() {
        throw new UnsupportedOperationException();
    }

    /** Adds a problem at this place. */
    public void problem(String what, String remedy) {
        throw new UnsupportedOperationException();
    }
}
