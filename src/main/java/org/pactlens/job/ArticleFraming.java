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
import org.pactlens.study.Frame;
import org.pactlens.study.Study;

/**
 * The counts of one article: each frame of the codebook, zeros included, and under ids of their own (list, full stop,
 * id) the flags, labels and name classes that the article has.
 */
final class ArticleFraming {
    private ArticleFraming() {}

    static List<FramingRow> rows(Of of, Coding coding, Study study) {
        Map<String, List<FrameHit>> hits = new HashMap<>();
        coding.frames()
                .forEach(h ->
                        hits.computeIfAbsent(h.frame(), f -> new ArrayList<>()).add(h));
        List<FramingRow> rows = new ArrayList<>();
        for (Frame frame : study.codebook().frames()) {
            rows.add(row(of, frame.id(), hits.getOrDefault(frame.id(), List.of())));
        }
        coding.flags()
                .forEach((group, flags) ->
                        flags.forEach((flag, value) -> rows.add(code(of, group + "." + flag, value ? 1 : 0))));
        coding.labels().forEach((list, ids) -> ids.forEach(id -> rows.add(code(of, list + "." + id, 1))));
        Map<String, Integer> names = new TreeMap<>();
        coding.namesUsed().forEach(n -> names.merge(n.nameClass(), 1, Integer::sum));
        names.forEach((nameClass, forms) -> rows.add(code(of, "names_used." + nameClass, forms)));
        return rows;
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
