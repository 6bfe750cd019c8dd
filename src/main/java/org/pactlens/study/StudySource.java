package org.pactlens.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the files of one study as text and YAML, and remembers their content for the fingerprint. */
final class StudySource {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_DEPTH = 16;
    private static final Pattern TAB_INDENT = Pattern.compile("(?m)^ *\t");

    private final StudyFiles files;
    private final Problems problems;
    private final TreeMap<String, String> contentByFile = new TreeMap<>();

    StudySource(StudyFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The root of a YAML file that must be there; an empty node where it cannot be read. */
    YamlNode yaml(String file) throws IOException {
        Optional<YamlNode> root = yamlIfPresent(file);
        if (root.isEmpty()) {
            missing(file);
        }
        return root.orElseGet(() -> YamlNode.root(file, null, problems));
    }

    /** The root of a YAML file, or empty where there is no such file. */
    Optional<YamlNode> yamlIfPresent(String file) throws IOException {
        return read(file).map(content -> {
            YamlNode root = YamlNode.root(file, compose(file, content), problems);
            contentByFile.put(file, root.canonical());
            return root;
        });
    }

    /** The lines of a text file that must be there. */
    String[] lines(String file) throws IOException {
        Optional<String> content = read(file);
        if (content.isEmpty()) {
            missing(file);
        }
        String[] lines = content.orElse("").split("\r?\n", -1);
        contentByFile.put(file, String.join("\n", lines));
        return lines;
    }

    /** Content of every file that was read, by name. */
    TreeMap<String, String> contentByFile() {
        return contentByFile;
    }

    private void missing(String file) {
        problems.add(new Problem(file, 0, "", "there is no such file", "Add it to the study's folder"));
    }

    private Optional<String> read(String file) throws IOException {
        Optional<InputStream> opened = files.open(file);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream in = opened.get()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            problems.add(new Problem(file, 0, "", "is larger than 1 MiB", "Split or shorten it"));
            return Optional.of("");
        }
        return Optional.of(decode(file, bytes));
    }

    private String decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            problems.add(new Problem(file, line, "", "is not UTF-8 from here on", "Save the file as UTF-8"));
            return "";
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private Node compose(String file, String content) {
        Matcher tab = TAB_INDENT.matcher(content);
        if (tab.find()) {
            int line = 1
                    + (int) content.substring(0, tab.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            problems.add(new Problem(file, line, "", "a tab stands in the indentation", "Indent with blanks"));
            return null;
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_BYTES)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            if (!checkEvents(file, new Parse(settings).parseString(content))) {
                return null;
            }
            Node root = new Compose(settings).composeString(content).orElse(null);
            checkKeys(file, "", root);
            return root;
        } catch (YamlEngineException e) {
            int line = e instanceof MarkedYamlEngineException marked
                    ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0)
                    : 0;
            String what = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
            problems.add(new Problem(file, line, "", "is no YAML: " + what, "Mend the syntax at this line"));
            return null;
        }
    }

    /** Anchors could make a small file huge, and the composer recurses: both are refused before it runs. */
    private boolean checkEvents(String file, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            boolean anchored =
                    event instanceof NodeEvent node && node.getAnchor().isPresent();
            if (depth > MOST_DEPTH || anchored) {
                int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
                problems.add(
                        anchored
                                ? new Problem(file, line, "", "anchors and aliases are not read", "Write the value out")
                                : new Problem(file, line, "", "is nested too deep", "Close the brackets before"));
                return false;
            }
        }
        return true;
    }

    private void checkKeys(String file, String path, Node node) {
        if (node instanceof MappingNode mapping) {
            Set<String> seen = new HashSet<>();
            mapping.getValue().removeIf(tuple -> {
                int line = tuple.getKeyNode().getStartMark().map(Mark::getLine).orElse(-1) + 1;
                String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : null;
                if (name == null) {
                    problems.add(new Problem(file, line, path, "a key is no text", "Write a plain word as key"));
                    return true;
                }
                String child = path.isEmpty() ? name : path + "." + name;
                if (!seen.add(name)) {
                    problems.add(
                            new Problem(file, line, child, "the key stands twice", "Put both values under one key"));
                    return true;
                }
                checkKeys(file, child, tuple.getValueNode());
                return false;
            });
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                checkKeys(file, path + "[" + index++ + "]", item);
            }
        }
    }
}
