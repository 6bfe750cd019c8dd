package org.pactlens.study;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The study that is built in, for constants of tests. */
public final class BuiltInStudy {
    private BuiltInStudy() {}

    public static Study load() {
        try {
            return StudyLoader.loadBuiltIn("russia-dprk-pact");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
