package org.pactlens.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the words of one language against the scheme and the frames. */
final class LexiconReader {
    private final Codebook.Scheme scheme;
    private final List<Frame> frames;

    LexiconReader(Codebook.Scheme scheme, List<Frame> frames) {
        this.scheme = scheme;
        this.frames = List.copyOf(frames);
    }

    Lexicon read(String language, YamlNode root) {
        root.knows(
                "language",
                "quotation",
                "frames",
                "context_sets",
                "names",
                "flags",
                "labels",
                "contexts",
                "hedging",
                "reporting_verbs",
                "negators",
                "false_negators",
                "hypothetical",
                "distancing");
        root.required("language").oneOf(List.of(language));
        TermLists lists = new TermLists(language);
        return new Lexicon(
                language,
                frameTerms(root.required("frames"), lists),
                lists.termsByName(
                        root.required("context_sets"), scheme.contextSets().keySet()),
                lists.termsByName(root.required("names"), scheme.nameClasses().keySet()),
                lists.termsByGroup(root.required("flags"), scheme.flags()),
                lists.termsByGroup(root.required("labels"), scheme.labels()),
                lists.termsByName(root.required("contexts"), scheme.contexts().keySet()),
                lists.terms(root.required("hedging")),
                lists.termsByName(
                        root.required("reporting_verbs"),
                        scheme.reportingStances().keySet()),
                lists.terms(root.required("negators")),
                lists.terms(root.required("false_negators")),
                lists.terms(root.required("hypothetical")),
                lists.terms(root.required("distancing")),
                quotationMarks(root.required("quotation")));
    }

    private Map<String, Lexicon.FrameTerms> frameTerms(YamlNode node, TermLists lists) {
        node.knows(frames.stream().map(Frame::id).toList());
        Map<String, Lexicon.FrameTerms> terms = new LinkedHashMap<>();
        for (Frame frame : frames) {
            YamlNode own = node.required(frame.id()).knows("strong", "weak", "exclude");
            Lexicon.FrameTerms read = new Lexicon.FrameTerms(
                    lists.terms(own.required("strong")),
                    lists.terms(own.required("weak")),
                    lists.terms(own.required("exclude")));
            for (YamlNode item : own.optional("weak").items()) {
                if (read.strong().contains(item.text())) {
                    item.problem(YamlNode.quoted(item.text()) + " is strong and weak", "Take it out of one list");
                }
            }
            terms.put(frame.id(), read);
        }
        return terms;
    }

    private static QuotationMarks quotationMarks(YamlNode node) {
        node.knows("outer", "inner", "titles", "dash_dialogue", "colon_headline", "name_headline", "repeats_opening");
        return new QuotationMarks(
                pairs(node.required("outer")),
                pairs(node.required("inner")),
                pairs(node.optional("titles")),
                node.optional("dash_dialogue").flag(false),
                node.optional("colon_headline").flag(false),
                node.optional("name_headline").flag(false),
                node.optional("repeats_opening").flag(false));
    }

    private static List<QuotationMarks.Pair> pairs(YamlNode list) {
        List<QuotationMarks.Pair> pairs = new ArrayList<>();
        for (YamlNode item : list.items()) {
            int[] marks = item.text().codePoints().toArray();
            if (marks.length == 2) {
                pairs.add(new QuotationMarks.Pair(Character.toString(marks[0]), Character.toString(marks[1])));
            } else {
                item.problem(
                        YamlNode.quoted(item.text()) + " is no pair of marks",
                        "Write the opening and the closing mark");
            }
        }
        return pairs;
    }
}
