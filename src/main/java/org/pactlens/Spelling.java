package org.pactlens;

import java.util.Locale;

/** How constants are written in tables and files. */
public final class Spelling {
    private Spelling() {}

    /** The constant's name in small letters, words parted by underscores; null for null. */
    public static String of(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
