package org.pactlens.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the agencies, compiles their patterns and tries them on their own examples. */
final class AgenciesReader {
    private static final Map<String, Agency.Position> POSITIONS = positions();

    private AgenciesReader() {}

    private static Map<String, Agency.Position> positions() {
        Map<String, Agency.Position> byName = new TreeMap<>();
        for (Agency.Position position : Agency.Position.values()) {
            byName.put(position.name().toLowerCase(Locale.ROOT), position);
        }
        return byName;
    }

    static Agencies read(YamlNode root) {
        root.knows("picture_credits", "credit_words", "agencies");
        List<Agency> agencies = new ArrayList<>();
        CodebookReader.byId(root.required("agencies")).forEach((id, node) -> agencies.add(agency(id, node)));
        return new Agencies(
                agencies,
                root.required("picture_credits").texts(),
                root.optional("credit_words").texts());
    }

    private static Agency agency(String id, YamlNode node) {
        node.knows("id", "name", "country", "domains", "note", "patterns", "examples", "counter_examples");
        List<Agency.Credit> patterns = new ArrayList<>();
        for (YamlNode item : node.required("patterns").items()) {
            Agency.Credit credit = credit(item);
            if (credit != null) {
                patterns.add(credit);
            }
        }
        YamlNode examples = node.required("examples");
        YamlNode counterExamples = node.optional("counter_examples");
        for (YamlNode example : examples.items()) {
            if (!takes(patterns, example.text())) {
                example.problem("no pattern of the agency takes it", "Widen a pattern or take the example out");
            }
        }
        for (YamlNode example : counterExamples.items()) {
            if (takes(patterns, example.text())) {
                example.problem("a pattern of the agency takes it", "Narrow the pattern or take the example out");
            }
        }
        return new Agency(
                id,
                node.required("name").text(),
                node.required("country").text(),
                node.required("domains").texts(),
                patterns,
                examples.texts(),
                counterExamples.texts(),
                node.optional("note").text());
    }

    private static boolean takes(List<Agency.Credit> patterns, String text) {
        return patterns.stream()
                .anyMatch(credit -> credit.pattern().matcher(text).find());
    }

    private static Agency.Credit credit(YamlNode node) {
        node.knows("position", "language", "regex");
        String position = node.required("position").oneOf(POSITIONS.keySet());
        String language = node.optional("language").text();
        YamlNode regex = node.required("regex");
        Pattern pattern = compile(regex);
        return pattern == null || !POSITIONS.containsKey(position)
                ? null
                : new Agency.Credit(POSITIONS.get(position), pattern, language.isEmpty() ? null : language);
    }

    /** The compiled expression; null, and a problem, where it does not compile or could run for ever. */
    static Pattern compile(YamlNode regex) {
        String text = regex.text();
        if (text.isEmpty()) {
            return null;
        }
        if (NestedQuantifiers.in(text)) {
            regex.problem(
                    "a repeated group holds a repetition or a choice, which can take for ever",
                    "Begin the group with a fixed character and bound what it holds, as in (?:/\\w{1,20}){0,6}");
            return null;
        }
        try {
            return Pattern.compile(text, Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            regex.problem(
                    "does not compile: " + e.getDescription() + " near character " + e.getIndex(), "Mend it there");
            return null;
        }
    }
}
