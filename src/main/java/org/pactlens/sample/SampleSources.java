package org.pactlens.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the sample's sources from the class path. */
final class SampleSources {
    private SampleSources() {}

    /** All documents, in the order of {@code sample/index.yaml} and of each file. */
    static List<SampleDocument> documents() {
        List<SampleDocument> documents = new ArrayList<>();
        for (Object file : (List<?>) yaml("index.yaml")) {
            for (Object document : (List<?>) yaml("pages/" + file)) {
                documents.add(SampleDocument.of(map(document)));
            }
        }
        return documents;
    }

    /** What stands around an article, by language: navigation, teasers, banners, comments. */
    static Map<String, Object> furniture() {
        return map(yaml("furniture.yaml"));
    }

    /** A page layout with {@code {{name}}} where values go. */
    static String layout(String name) {
        return text("layouts/" + name + ".html");
    }

    private static Object yaml(String name) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("sample/" + name)
                .setCodePointLimit(2_000_000)
                .build();
        return new Load(settings).loadFromString(text(name));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static String text(String name) {
        try (InputStream in = SampleSources.class.getResourceAsStream("/sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("sample/" + name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
