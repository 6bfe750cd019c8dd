package org.pactlens.sample;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pactlens.sample.Coding.Frame;
import org.pactlens.sample.Coding.Label;
import org.pactlens.sample.Coding.Mark;
import org.pactlens.sample.Coding.Quotation;
import org.pactlens.sample.Coding.Wire;
import org.pactlens.sample.SampleDocument.Capture;
import org.pactlens.sample.SampleDocument.Copy;
import org.pactlens.sample.SampleDocument.Drop;
import org.pactlens.sample.SampleDocument.Encoding;

/** One entry of a source file, its file's defaults filled in. The keys are told in the README beside the sources. */
record SourceEntry(Map<String, Object> values) {
    private static final Set<String> KEYS = Set.of(
            "id",
            "outlet",
            "path",
            "language",
            "published",
            "title",
            "authors",
            "text",
            "paragraphs",
            "layout",
            "charset",
            "declared",
            "captures",
            "drop",
            "copy",
            "grade",
            "near_miss_of",
            "coded",
            "frames",
            "quotations",
            "names",
            "leader_labels",
            "article4",
            "wire");
    private static final Set<String> TAKEN_WHOLE = Set.of(
            "title",
            "text",
            "near_miss_of",
            "coded",
            "frames",
            "quotations",
            "names",
            "leader_labels",
            "article4",
            "wire");

    SourceEntry {
        for (String key : values.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalStateException("sample document " + values.get("id") + " has an unknown key " + key);
            }
        }
    }

    String id() {
        return required("id");
    }

    /** The id of the document that this one copies, or null. */
    String origin() {
        return values.containsKey("copy") ? words("copy", 2)[1] : null;
    }

    /**
     * The entry with what it takes from its origin: whole where it has no text of its own; else the paragraphs that it
     * names by number, with the coding of what stands in them.
     */
    SourceEntry completedFrom(SampleDocument origin, SourceEntry source) {
        Map<String, Object> completed = new LinkedHashMap<>(values);
        if (values.get("paragraphs") instanceof List<?> parts) {
            String text = String.join(
                    "\n\n", parts.stream().map(p -> paragraph(p, origin)).toList());
            completed.put("text", text);
            for (String key : List.of("frames", "quotations", "names")) {
                List<Object> hits = new ArrayList<>(
                        source.list(key).stream().filter(h -> standsIn(h, text)).toList());
                hits.addAll(list(key));
                completed.put(key, hits);
            }
            Map<String, Object> flags = new LinkedHashMap<>(source.article4Terms());
            flags.values().removeIf(term -> !standsIn(term, text));
            flags.putAll(article4Terms());
            completed.put("article4", flags);
        } else if (!values.containsKey("text")) {
            Map<String, Object> taken = new LinkedHashMap<>(source.values);
            taken.keySet().retainAll(TAKEN_WHOLE);
            taken.forEach(completed::putIfAbsent);
        }
        completed.putIfAbsent("grade", source.values.get("grade"));
        return new SourceEntry(completed);
    }

    private static String paragraph(Object part, SampleDocument origin) {
        return part instanceof Integer n
                ? origin.paragraphs().get(n - 1)
                : String.valueOf(part).strip();
    }

    /** Whether a hit of the origin's text, not of its title, is still there in a part of that text. */
    private static boolean standsIn(Object hit, String text) {
        if (hit instanceof Map<?, ?> pair && !pair.containsKey("term")) {
            Map.Entry<?, ?> only = pair.entrySet().iterator().next();
            return !String.valueOf(only.getKey()).contains(" headline ") && standsIn(only.getValue(), text);
        }
        Mark mark = mark(hit, false);
        return !mark.inTitle() && mark.indexIn(text) >= 0;
    }

    SampleDocument document() {
        return new SampleDocument(
                id(),
                required("outlet"),
                values.containsKey("path") ? required("path") : id(),
                required("language"),
                OffsetDateTime.parse(required("published")),
                required("title"),
                strings("authors"),
                required("text").strip(),
                required("layout"),
                new Encoding(text("charset", "utf-8"), one(Encoding.Declared.class, text("declared", "both"))),
                captures(),
                Optional.ofNullable((String) values.get("drop")).map(d -> one(Drop.class, d)),
                values.containsKey("copy") ? Optional.of(new Copy(origin(), words("copy", 2)[0])) : Optional.empty(),
                coding());
    }

    private List<Capture> captures() {
        return values.containsKey("captures")
                ? strings("captures").stream().map(c -> one(Capture.class, c)).toList()
                : List.of(Capture.PAGE);
    }

    private Coding coding() {
        return new Coding(
                ((Number) values.get("grade")).intValue(),
                Optional.ofNullable((String) values.get("near_miss_of")),
                Boolean.TRUE.equals(values.get("coded")),
                frames(),
                quotations(),
                strings("names", value -> mark(value, false)),
                leaderLabels(),
                article4(),
                values.containsKey("wire")
                        ? Optional.of(new Wire(words("wire", 2)[0], words("wire", 2)[1]))
                        : Optional.empty());
    }

    private List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        pairs("frames", (key, value) -> {
            String[] parts = parts(key, 4);
            boolean headline = parts[1].equals("headline");
            Optional<String> target = parts[3].equals("none") ? Optional.empty() : Optional.of(parts[3]);
            frames.add(new Frame(parts[0], parts[1], parts[2], target, mark(value, headline)));
        });
        return frames;
    }

    private List<Quotation> quotations() {
        List<Quotation> quotations = new ArrayList<>();
        pairs("quotations", (key, value) -> {
            String[] parts = parts(key, 2);
            quotations.add(new Quotation(parts[0], parts[1], mark(value, false)));
        });
        return quotations;
    }

    private List<Label> leaderLabels() {
        List<Label> labels = new ArrayList<>();
        pairs("leader_labels", (voice, value) -> labels.add(new Label(voice, mark(value, voice.equals("headline")))));
        return labels;
    }

    private Map<String, Mark> article4() {
        Map<String, Mark> flags = new LinkedHashMap<>();
        article4Terms().forEach((flag, term) -> flags.put(flag, mark(term, false)));
        return flags;
    }

    private Map<String, Object> article4Terms() {
        return values.containsKey("article4") ? SampleSources.map(values.get("article4")) : Map.of();
    }

    /** A wording: bare, or with {@code nth} and {@code in_title}. */
    private static Mark mark(Object value, boolean inTitle) {
        if (value instanceof String term) {
            return new Mark(term, 1, inTitle);
        }
        Map<String, Object> values = SampleSources.map(value);
        int nth = values.get("nth") instanceof Integer n ? n : 1;
        return new Mark((String) values.get("term"), nth, inTitle || Boolean.TRUE.equals(values.get("in_title")));
    }

    private interface Pair {
        void accept(String key, Object value);
    }

    /** A list of one-key maps: several hits may bear the same key. */
    private void pairs(String key, Pair use) {
        for (Object pair : list(key)) {
            SampleSources.map(pair).forEach(use::accept);
        }
    }

    private List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    private List<String> strings(String key) {
        return strings(key, String::valueOf);
    }

    private <T> List<T> strings(String key, java.util.function.Function<Object, T> reading) {
        return list(key).stream().map(reading::apply).toList();
    }

    private String[] words(String key, int count) {
        return parts(required(key), count);
    }

    private String[] parts(String text, int count) {
        String[] parts = text.split(" ", count);
        if (parts.length != count) {
            throw new IllegalStateException("sample document " + id() + ": \"" + text + "\" needs " + count + " words");
        }
        return parts;
    }

    private String text(String key, String otherwise) {
        return values.get(key) instanceof String text ? text : otherwise;
    }

    private String required(String key) {
        Object value = values.get(key);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalStateException("sample document " + values.get("id") + " needs " + key);
        }
        return text;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
