package org.pactlens.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the sample's sources from the class path. */
final class SampleSources {
    private SampleSources() {}

    /** All documents, in the order of {@code sample/index.yaml} and of each file. */
    static List<SampleDocument> documents() {
        List<SourceEntry> entries = ((List<?>) yaml("index.yaml"))
                .stream().flatMap(file -> entries("pages/" + file).stream()).toList();
        Map<String, SourceEntry> sources = new HashMap<>();
        for (SourceEntry entry : entries) {
            if (sources.put(entry.id(), entry) != null) {
                throw new IllegalStateException("two sample documents are called " + entry.id());
            }
        }
        return entries.stream().map(entry -> document(entry, sources)).toList();
    }

    /** Copies are resolved at one remove: an origin is no copy itself. */
    private static SampleDocument document(SourceEntry entry, Map<String, SourceEntry> sources) {
        if (entry.origin() == null) {
            return entry.document();
        }
        SourceEntry origin = sources.get(entry.origin());
        if (origin == null || origin.origin() != null) {
            throw new IllegalStateException(
                    "sample document " + entry.id() + " copies " + entry.origin() + ", which is no original");
        }
        return entry.completedFrom(origin.document(), origin).document();
    }

    /** The entries of one file; what stands beside {@code documents} holds for all of them unless they say otherwise. */
    private static List<SourceEntry> entries(String file) {
        Map<String, Object> defaults = new LinkedHashMap<>(map(yaml(file)));
        List<SourceEntry> entries = new ArrayList<>();
        for (Object document : (List<?>) defaults.remove("documents")) {
            Map<String, Object> values = new LinkedHashMap<>(defaults);
            values.putAll(map(document));
            entries.add(new SourceEntry(values));
        }
        return entries;
    }

    /** What stands around an article, by language: navigation, teasers, banners, comments. */
    static Map<String, Object> furniture() {
        return map(yaml("furniture.yaml"));
    }

    /** Names of the outlets by domain, from {@code sample/outlets.tsv}, whose columns are those of a study's outlets. */
    static Map<String, String> outletNames() {
        Map<String, String> names = new HashMap<>();
        text("outlets.tsv").lines().skip(1).map(line -> line.split("\t", -1)).forEach(c -> names.put(c[0], c[1]));
        return names;
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
