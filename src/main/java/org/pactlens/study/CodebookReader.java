package org.pactlens.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the codebook: what is coded, the words of each language, speakers and offices. */
final class CodebookReader {
    private static final Set<String> VOICES = new TreeSet<>(Set.of("headline", "outlet", "quoted", "reported"));

    private final StudySource source;
    private final List<String> languages;

    CodebookReader(StudySource source, List<String> languages) {
        this.source = source;
        this.languages = languages;
    }

    Codebook read() throws IOException {
        YamlNode root = source.yaml("codebook.yaml")
                .knows(
                        "voices",
                        "source_groups",
                        "targets",
                        "name_classes",
                        "context_sets",
                        "flags",
                        "labels",
                        "contexts",
                        "reporting_stances",
                        "frames");
        Map<String, String> voices = root.required("voices").knows(VOICES).textByName();
        Map<String, String> groups = root.required("source_groups").textByName();
        Codebook.Scheme scheme = new Codebook.Scheme(
                voices,
                groups,
                root.required("targets").textByName(),
                root.required("name_classes").textByName(),
                root.required("context_sets").textByName(),
                nested(root.required("flags")),
                nested(root.required("labels")),
                root.required("contexts").textByName(),
                root.required("reporting_stances").textByName());
        List<Frame> frames = frames(root.required("frames"), scheme);
        Map<String, Lexicon> lexicons = new LinkedHashMap<>();
        LexiconReader reader = new LexiconReader(scheme, frames);
        for (String language : languages) {
            lexicons.put(language, reader.read(language, source.yaml("codebook/" + language + ".yaml")));
        }
        return new Codebook(scheme, frames, lexicons, speakers(groups.keySet()), offices(groups.keySet()));
    }

    private static Map<String, Map<String, String>> nested(YamlNode node) {
        Map<String, Map<String, String>> nested = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> nested.put(name, value.textByName()));
        return nested;
    }

    private static List<Frame> frames(YamlNode list, Codebook.Scheme scheme) {
        Map<String, YamlNode> nodes = byId(list);
        List<Frame> frames = new ArrayList<>();
        nodes.forEach((id, node) -> {
            node.knows(
                    "id",
                    "name",
                    "definition",
                    "include",
                    "exclude",
                    "examples",
                    "crosswalk",
                    "weak_context",
                    "weak_unless",
                    "confusable_with");
            frames.add(new Frame(
                    id,
                    node.required("name").text(),
                    node.required("definition").text(),
                    node.required("include").texts(),
                    node.required("exclude").texts(),
                    node.required("examples").texts(),
                    node.required("crosswalk").textByName(),
                    node.required("weak_context").manyOf(scheme.contextSets().keySet()),
                    node.optional("weak_unless").manyOf(scheme.contextSets().keySet()),
                    node.required("confusable_with").manyOf(nodes.keySet())));
        });
        return frames;
    }

    private List<Speaker> speakers(Set<String> groups) throws IOException {
        YamlNode root = source.yaml("speakers.yaml").knows("speakers");
        List<Speaker> speakers = new ArrayList<>();
        byId(root.required("speakers")).forEach((id, node) -> {
            node.knows("id", "name", "group", "office", "names");
            speakers.add(new Speaker(
                    id,
                    node.required("name").text(),
                    node.required("group").oneOf(groups),
                    node.required("office").text(),
                    byLanguage(node.required("names"))));
        });
        return speakers;
    }

    private Map<String, Map<String, List<String>>> offices(Set<String> groups) throws IOException {
        YamlNode root = source.yaml("offices.yaml").knows("offices").required("offices");
        root.knows(groups);
        Map<String, Map<String, List<String>>> offices = new LinkedHashMap<>();
        root.entries().forEach((group, node) -> offices.put(group, byLanguage(node)));
        return offices;
    }

    private Map<String, List<String>> byLanguage(YamlNode node) {
        node.knows(languages);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        node.entries().forEach((language, list) -> lists.put(language, new TermLists(language).terms(list)));
        return lists;
    }

    /** The items of a list by their {@code id}; ids that stand twice are reported. */
    static Map<String, YamlNode> byId(YamlNode list) {
        Map<String, YamlNode> byId = new LinkedHashMap<>();
        for (YamlNode item : list.items()) {
            YamlNode id = item.required("id");
            if (byId.putIfAbsent(id.text(), item) != null) {
                id.problem(YamlNode.quoted(id.text()) + " is the id of two entries", "Rename or take out one");
            }
        }
        byId.remove("");
        return byId;
    }
}
