package org.pactlens.study;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a YAML file that knows its line and reads itself as a typed value. Whatever is wrong goes to
 * {@link Problems} and reading goes on with an empty value, so that one pass finds everything. A missing value reads as
 * empty, without a second problem.
 */
public final class YamlNode {
    private final String file;
    private final String key;
    private final int line;
    private final Node node;
    private final Problems problems;

    private YamlNode(String file, String key, int line, Node node, Problems problems) {
        this.file = file;
        this.key = key;
        this.line = line;
        this.node = isNull(node) ? null : node;
        this.problems = problems;
    }

    /** The root of a file; a null {@code node} reads as an empty mapping. */
    static YamlNode root(String file, Node node, Problems problems) {
        return new YamlNode(file, "", node == null ? 0 : 1, node, problems);
    }

    private static boolean isNull(Node node) {
        return node != null && node.getTag().equals(Tag.NULL);
    }

    /** Whether there is anything here. */
    public boolean present() {
        return node != null;
    }

    /** Path of keys down to here, such as {@code frames.THREAT.strong[3]}. */
    public String key() {
        return key;
    }

    /** Adds a problem at this place. */
    public void problem(String what, String remedy) {
        problems.add(new Problem(file, line, key, what, remedy));
    }

    /** Reports every key of this mapping that is not in {@code known}, with the nearest that is. */
    public YamlNode knows(String... known) {
        return knows(List.of(known));
    }

    /** Reports every key of this mapping that is not in {@code known}, with the nearest that is. */
    public YamlNode knows(Collection<String> known) {
        entries().forEach((name, value) -> {
            if (!known.contains(name)) {
                value.problem("is not a known key", Nearest.remedy(name, known));
            }
        });
        return this;
    }

    /** The value of a key that must be there. */
    public YamlNode required(String name) {
        YamlNode value = optional(name);
        if (present() && node instanceof MappingNode && !value.present()) {
            problem(quoted(name) + " is missing", "Add the key");
        }
        return value;
    }

    /** The value of a key that may be missing. */
    public YamlNode optional(String name) {
        YamlNode value = entries().get(name);
        return value != null ? value : new YamlNode(file, child(name), line, null, problems);
    }

    /** The nodes of a mapping by key in the order of the file; empty where missing. */
    public Map<String, YamlNode> entries() {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        if (node == null) {
            return entries;
        }
        if (!(node instanceof MappingNode mapping)) {
            wrongType("keys with values");
            return entries;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode name) {
                entries.putIfAbsent(
                        name.getValue(), at(child(name.getValue()), tuple.getKeyNode(), tuple.getValueNode()));
            }
        }
        return entries;
    }

    /** The nodes of a list; empty where missing. */
    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node item : sequence.getValue()) {
                items.add(at(key + "[" + index++ + "]", item, item));
            }
        } else if (node != null) {
            wrongType("a list");
        }
        return items;
    }

    /** Text that is not blank; empty where missing. */
    public String text() {
        if (node == null) {
            return "";
        }
        if (!(node instanceof ScalarNode scalar)) {
            wrongType("a text");
            return "";
        }
        if (scalar.getValue().isBlank()) {
            problem("is empty", "Write a text or take the key out");
        }
        return scalar.getValue();
    }

    /** A list of texts, none blank and none twice; empty where missing. */
    public List<String> texts() {
        Map<String, YamlNode> seen = new LinkedHashMap<>();
        for (YamlNode item : items()) {
            String text = item.text();
            if (seen.putIfAbsent(text, item) != null) {
                item.problem(quoted(text) + " stands twice in the list", "Take one out");
            }
        }
        seen.remove("");
        return List.copyOf(seen.keySet());
    }

    /** A mapping of names to texts in the order of the file; empty where missing. */
    public Map<String, String> textByName() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    /** A text that must be one of {@code known}; reported and given back as it is where it is none. */
    public String oneOf(Collection<String> known) {
        String text = text();
        if (!text.isEmpty() && !known.contains(text)) {
            problem(quoted(text) + " is not known here", Nearest.remedy(text, known));
        }
        return text;
    }

    /** A list of texts that must each be one of {@code known}. */
    public List<String> manyOf(Collection<String> known) {
        items().forEach(item -> item.oneOf(known));
        return texts();
    }

    /** Yes or no; {@code otherwise} where missing. */
    public boolean flag(boolean otherwise) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (node != null && !text.equals("true") && !text.equals("false")) {
            wrongType("true or false");
        }
        return node == null ? otherwise : text.equals("true");
    }

    /** A whole number from {@code least} to {@code most}; {@code least} where missing or wrong. */
    public int integer(int least, int most) {
        return (int) number(least, most, true);
    }

    /** A number from {@code least} to {@code most}; {@code least} where missing or wrong. */
    public double decimal(double least, double most) {
        return number(least, most, false);
    }

    private double number(double least, double most, boolean whole) {
        if (node == null) {
            return least;
        }
        double value;
        try {
            String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            value = whole ? Integer.parseInt(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            wrongType(whole ? "a whole number" : "a number");
            return least;
        }
        if (!(value >= least && value <= most)) {
            String range = whole ? (int) least + " to " + (int) most : least + " to " + most;
            problem(scalarText() + " is out of range", "Write a number from " + range);
            return least;
        }
        return value;
    }

    /** A day written {@code YYYY-MM-DD}; null where missing or wrong. */
    public LocalDate date() {
        if (node == null) {
            return null;
        }
        try {
            return LocalDate.parse(scalarText());
        } catch (DateTimeParseException e) {
            problem(quoted(scalarText()) + " is no day of the calendar", "Write it as YYYY-MM-DD");
            return null;
        }
    }

    /**
     * The content as one text in which comments, layout, quoting and the order of keys do not show. Two nodes with the
     * same content have the same text and two with different content do not.
     */
    String canonical() {
        StringBuilder out = new StringBuilder();
        canonical(node, out);
        return out.toString();
    }

    private static void canonical(Node node, StringBuilder out) {
        if (node instanceof MappingNode mapping) {
            Map<String, Node> sorted = new TreeMap<>();
            mapping.getValue().forEach(t -> sorted.put(((ScalarNode) t.getKeyNode()).getValue(), t.getValueNode()));
            out.append('{').append(sorted.size()).append(':');
            sorted.forEach((name, value) -> {
                scalar(name, out);
                canonical(value, out);
            });
        } else if (node instanceof SequenceNode sequence) {
            out.append('[').append(sequence.getValue().size()).append(':');
            sequence.getValue().forEach(item -> canonical(item, out));
        } else if (node instanceof ScalarNode value) {
            scalar(value.getValue(), out);
        } else {
            out.append('~');
        }
    }

    private static void scalar(String text, StringBuilder out) {
        out.append(text.length()).append('"').append(text);
    }

    private YamlNode at(String path, Node place, Node value) {
        int at = place.getStartMark().map(mark -> mark.getLine() + 1).orElse(line);
        return new YamlNode(file, path, at, value, problems);
    }

    private String child(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }

    private void wrongType(String wanted) {
        problem("is not " + wanted, "Write " + wanted);
    }

    private String scalarText() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }
}
