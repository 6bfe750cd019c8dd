package org.pactlens;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How constants are written in tables and files. */
public final class Spelling {
    private Spelling() {}

    /** The names of all constants of a type, in their order. */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }

    /** The constant's name in small letters, words parted by underscores; null for null. */
    public static String of(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
