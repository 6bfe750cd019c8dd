package org.pactlens.study;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a study and checks everything in it. */
public final class StudyLoader {
    private static final String CONCEPTS_FILE = "concepts.yaml";

    /** The file of a study that holds the learned weights of its relevance score. */
    public static final String WEIGHTS_FILE = "weights.yaml";

    private final Problems problems = new Problems();
    private final StudySource source;

    private StudyLoader(StudyFiles files) {
        source = new StudySource(files, problems);
    }

    /**
     * The study in {@code files}.
     *
     * @throws StudyProblems with all problems at once
     * @throws IOException where a file is there and cannot be read
     */
    public static Study load(StudyFiles files) throws IOException {
        return new StudyLoader(files).study();
    }

    /**
     * The study that was built into the program.
     *
     * @param id folder under {@code studies/} on the class path
     */
    public static Study loadBuiltIn(String id) throws IOException {
        return load(builtIn(id));
    }

    /** Its files; none where the program has no such study. */
    public static StudyFiles builtIn(String id) {
        ClassLoader loader = StudyLoader.class.getClassLoader();
        return name -> Optional.ofNullable(loader.getResourceAsStream("studies/" + id + "/" + name));
    }

    private Study study() throws IOException {
        YamlNode root = source.yaml("study.yaml");
        // All other files are read by what stands in this one: where it is no YAML, their problems would not be true.
        problems.throwIfAny();
        root.knows("id", "title", "event", "look_alikes", "phases", "languages", "statistics", "reuse");
        List<String> languages = root.required("languages").texts();
        Event event = event(root.required("event"));
        List<LookAlike> lookAlikes = lookAlikes(root.required("look_alikes"));
        List<Phase> phases = phases(root.required("phases"));
        Settings settings = new Settings(statistics(root.required("statistics")), reuse(root.required("reuse")));
        Codebook codebook = new CodebookReader(source, languages).read();
        Outlets outlets = new OutletsReader(problems).read(source.lines("outlets.tsv"));
        Agencies agencies = AgenciesReader.read(source.yaml("agencies.yaml"));
        RequiredConcepts concepts = RequiredConcepts.read(source.yaml(CONCEPTS_FILE));
        RelevanceModel relevance = RelevanceModel.read(
                source.yaml("relevance.yaml"),
                source.yaml(WEIGHTS_FILE),
                lookAlikes.stream().map(LookAlike::id).toList());
        SpeechWords speech = SpeechWords.read(source.yaml(SpeechWords.FILE));
        FramingModel framing = FramingModel.read(source.yaml(FramingModel.FILE), languages, codebook);
        String id = id(root.required("id"));
        String title = root.required("title").text();
        problems.throwIfAny();
        return new Study(
                id,
                title,
                event,
                lookAlikes,
                phases,
                languages,
                settings,
                codebook,
                outlets,
                agencies,
                concepts,
                relevance,
                speech,
                framing,
                Fingerprint.of(source.contentByFile()),
                Fingerprint.of(new TreeMap<>(
                        Map.of(CONCEPTS_FILE, source.contentByFile().get(CONCEPTS_FILE)))));
    }

    private static String id(YamlNode node) {
        String id = node.text();
        if (!id.isEmpty() && !id.matches("[a-z0-9-]{1,64}")) {
            node.problem(YamlNode.quoted(id) + " is no id", "Use small letters, digits and hyphens, 64 at most");
        }
        return id;
    }

    private static Event event(YamlNode node) {
        node.knows("title", "date", "place", "parties", "facts");
        return new Event(
                node.required("title").text(),
                node.required("date").date(),
                node.required("place").text(),
                node.required("parties").texts(),
                node.required("facts").texts());
    }

    private static List<LookAlike> lookAlikes(YamlNode list) {
        List<LookAlike> lookAlikes = new ArrayList<>();
        Map<String, YamlNode> byId = CodebookReader.byId(list);
        Map<String, String> ownerByAlias = new HashMap<>();
        byId.forEach((id, node) -> {
            node.knows("id", "title", "aliases", "tell");
            lookAlikes.add(new LookAlike(
                    id,
                    node.required("title").text(),
                    node.optional("aliases").texts(),
                    node.required("tell").text()));
            for (YamlNode alias : node.optional("aliases").items()) {
                String owner =
                        byId.containsKey(alias.text()) ? alias.text() : ownerByAlias.putIfAbsent(alias.text(), id);
                if (owner != null && !owner.equals(id)) {
                    alias.problem(YamlNode.quoted(alias.text()) + " means " + owner + " too", "Take it out of one");
                }
            }
        });
        return lookAlikes;
    }

    private static List<Phase> phases(YamlNode list) {
        List<Phase> phases = new ArrayList<>();
        List<YamlNode> nodes = List.copyOf(CodebookReader.byId(list).values());
        for (YamlNode node : nodes) {
            node.knows("id", "from", "to", "about");
            Phase phase = new Phase(
                    node.required("id").text(),
                    node.optional("from").date(),
                    node.optional("to").date(),
                    node.required("about").text());
            if (phase.id().equals(Study.UNKNOWN_PHASE)) {
                node.problem("\"unknown\" is the phase of articles without a date", "Choose another id");
            }
            if (!phases.isEmpty()) {
                checkMeets(phases.get(phases.size() - 1), phase, node);
            } else if (phase.from() != null) {
                node.problem("the first phase has a first day", "Take \"from\" out: it holds all days before");
            }
            phases.add(phase);
        }
        if (!phases.isEmpty() && phases.get(phases.size() - 1).to() != null) {
            nodes.get(nodes.size() - 1)
                    .problem("the last phase has an end", "Take \"to\" out: it holds all days after");
        }
        if (list.present() && phases.isEmpty()) {
            list.problem("there is no phase", "Write at least one, without \"from\" and \"to\"");
        }
        return phases;
    }

    private static void checkMeets(Phase before, Phase phase, YamlNode node) {
        LocalDate end = before.to();
        LocalDate start = phase.from();
        if (end == null || start == null) {
            node.problem(
                    "the days between " + before.id() + " and it are not told apart",
                    "Write \"to\" there, \"from\" here");
            return;
        }
        long days = ChronoUnit.DAYS.between(end, start);
        if (days > 0) {
            node.problem("leaves " + days + " days without a phase after " + before.id(), "Begin on " + end);
        } else if (days < 0) {
            node.problem("overlaps " + before.id() + " by " + -days + " days", "Begin on " + end);
        }
        if (phase.to() != null && !phase.to().isAfter(start)) {
            node.problem("ends on " + phase.to() + ", before it begins", "Write a later day; \"to\" itself is outside");
        }
    }

    private static Settings.Statistics statistics(YamlNode node) {
        node.knows(
                "minimum_stories",
                "unmarked_stories",
                "confidence",
                "false_discovery_rate",
                "resamples",
                "minimum_shrink_outlets",
                "minimum_error_cases",
                "minimum_youden",
                "minimum_alpha");
        int minimumStories = node.required("minimum_stories").integer(1, 1000);
        return new Settings.Statistics(
                minimumStories,
                node.required("unmarked_stories").integer(minimumStories, 10_000),
                node.required("confidence").decimal(0.5, 0.9999),
                node.required("false_discovery_rate").decimal(0.0001, 0.5),
                node.required("resamples").integer(1000, 100_000),
                node.required("minimum_shrink_outlets").integer(2, 1000),
                node.required("minimum_error_cases").integer(1, 10_000),
                node.required("minimum_youden").decimal(0.01, 1),
                node.required("minimum_alpha").decimal(0, 1));
    }

    private static Settings.Reuse reuse(YamlNode node) {
        node.knows(
                "window_hours",
                "verbatim_share",
                "verbatim_origin_share",
                "edited_share",
                "family_shorter_share",
                "family_longer_share",
                "mask_run_words",
                "furniture_pages");
        return new Settings.Reuse(
                node.required("window_hours").integer(1, 24 * 365),
                node.required("verbatim_share").decimal(0.01, 1),
                node.required("verbatim_origin_share").decimal(0.01, 1),
                node.required("edited_share").decimal(0.01, 1),
                node.required("family_shorter_share").decimal(0.01, 1),
                node.required("family_longer_share").decimal(0.01, 1),
                node.required("mask_run_words").integer(3, 100),
                node.required("furniture_pages").integer(2, 1000));
    }
}
