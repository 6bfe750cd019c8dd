package org.pactlens.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pactlens.framing.Coding;
import org.pactlens.framing.FrameHit;
import org.pactlens.lake.AnalysisTables.FramingRow;
import org.pactlens.lake.AnalysisTables.GroupHits;
import org.pactlens.lake.AnalysisTables.Of;
import org.pactlens.study.Codebook;
import org.pactlens.study.Frame;
import org.pactlens.study.Study;

/**
 * The counts of one article: each frame of the codebook, zeros included, and under ids of their own (list, full stop,
 * id) each flag, label, context and class of names, zeros included too.
 */
final class ArticleFraming {
    private static final String CONTEXT = "context";
    static final String NAMES_USED = "names_used";

    private ArticleFraming() {}

    static List<FramingRow> rows(Of of, Coding coding, Study study) {
        Map<String, List<FrameHit>> hits = new HashMap<>();
        coding.frames()
                .forEach(h ->
                        hits.computeIfAbsent(h.frame(), f -> new ArrayList<>()).add(h));
        List<FramingRow> rows = new ArrayList<>();
        frames(study).forEach(frame -> rows.add(row(of, frame, hits.getOrDefault(frame, List.of()))));
        Map<String, Integer> found = found(coding);
        codes(study).forEach(code -> rows.add(code(of, code, found.getOrDefault(code, 0))));
        return rows;
    }

    /** Ids of the frames, each counted by voice. */
    static List<String> frames(Study study) {
        return study.codebook().frames().stream().map(Frame::id).toList();
    }

    /** Ids of the codes of an article as a whole: flags, labels, contexts and classes of names. */
    static List<String> codes(Study study) {
        Codebook.Scheme scheme = study.codebook().scheme();
        List<String> ids = new ArrayList<>();
        scheme.flags().forEach((group, flags) -> flags.keySet().forEach(flag -> ids.add(id(group, flag))));
        scheme.labels().forEach((list, labels) -> labels.keySet().forEach(label -> ids.add(id(list, label))));
        scheme.contexts().keySet().forEach(context -> ids.add(id(CONTEXT, context)));
        scheme.nameClasses().keySet().forEach(nameClass -> ids.add(id(NAMES_USED, nameClass)));
        return ids;
    }

    private static Map<String, Integer> found(Coding coding) {
        Map<String, Integer> found = new HashMap<>();
        coding.flags().forEach((group, flags) -> flags.forEach((flag, set) -> found.put(id(group, flag), set ? 1 : 0)));
        coding.labels().forEach((list, labels) -> labels.forEach(label -> found.put(id(list, label), 1)));
        coding.contexts().forEach(context -> found.put(id(CONTEXT, context), 1));
        coding.namesUsed().forEach(name -> found.merge(id(NAMES_USED, name.nameClass()), 1, Integer::sum));
        return found;
    }

    static String id(String list, String id) {
        return list + "." + id;
    }

    private static FramingRow row(Of of, String frame, List<FrameHit> hits) {
        int own = 0;
        int quoted = 0;
        int reported = 0;
        int negated = 0;
        Map<String, Integer> groups = new TreeMap<>();
        for (FrameHit hit : hits) {
            if (hit.negated()) {
                negated++;
                continue;
            }
            groups.merge(hit.sourceGroup(), 1, Integer::sum);
            switch (hit.voice()) {
                case HEADLINE, OUTLET -> own++;
                case QUOTED -> quoted++;
                case REPORTED -> reported++;
            }
        }
        List<GroupHits> byGroup = groups.entrySet().stream()
                .map(e -> new GroupHits(e.getKey(), e.getValue()))
                .toList();
        return new FramingRow(of, frame, own, quoted, reported, negated, byGroup);
    }

    private static FramingRow code(Of of, String id, int own) {
        return new FramingRow(of, id, own, 0, 0, 0, List.of());
    }
}
