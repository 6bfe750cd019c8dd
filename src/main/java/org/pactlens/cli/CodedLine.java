package org.pactlens.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pactlens.Spelling;
import org.pactlens.framing.Coding;
import org.pactlens.framing.FrameHit;
import org.pactlens.framing.NameUsed;
import org.pactlens.framing.Quotation;
import org.pactlens.relevance.Relevance;
import org.pactlens.text.Span;

/** One line of coded.jsonl, as the contract names its keys. */
final class CodedLine {
    private CodedLine() {}

    static ObjectNode row(String url, Relevance relevance, Coding coding) {
        ObjectNode row = JsonLines.JSON.createObjectNode();
        row.put("pactlens", "1");
        row.put("url", url);
        row.put("score", relevance.score());
        row.put("grade", relevance.grade());
        row.put("near_miss_of", relevance.nearMissOf());
        ArrayNode frames = row.putArray("frames");
        coding.frames().forEach(hit -> put(frames.addObject(), hit));
        ArrayNode names = row.putArray("names_used");
        coding.namesUsed().forEach(name -> put(names.addObject(), name));
        // Flag groups and label lists stand under their own ids of the study, such as article4 or war_label.
        coding.flags().forEach((group, flags) -> {
            ObjectNode values = row.putObject(group);
            flags.forEach(values::put);
        });
        ArrayNode contexts = row.putArray("contexts");
        coding.contexts().forEach(contexts::add);
        coding.labels().forEach((list, ids) -> {
            ArrayNode values = row.putArray(list);
            ids.forEach(values::add);
        });
        ArrayNode quotations = row.putArray("quotations");
        coding.quotations().forEach(quotation -> put(quotations.addObject(), quotation));
        return row;
    }

    private static void put(ObjectNode row, FrameHit hit) {
        row.put("frame", hit.frame());
        row.put("voice", Spelling.of(hit.voice()));
        row.put("source_group", hit.sourceGroup());
        row.put("target", hit.target());
        put(row, hit.span(), hit.inTitle());
        row.put("term", hit.term());
        row.put("negated", hit.negated());
        row.put("hypothetical", hit.hypothetical());
    }

    private static void put(ObjectNode row, NameUsed name) {
        row.put("name", name.name());
        row.put("class", name.nameClass());
        put(row, name.span(), name.inTitle());
    }

    private static void put(ObjectNode row, Quotation quotation) {
        row.put("text", quotation.text());
        row.put("kind", Spelling.of(quotation.kind()));
        row.put("speaker", quotation.speaker());
        row.put("group", quotation.group());
        row.put("via", quotation.via());
        row.put("confidence", quotation.confidence());
        put(row, quotation.span(), quotation.inTitle());
    }

    private static void put(ObjectNode row, Span span, boolean inTitle) {
        row.put("start", span.start());
        row.put("end", span.end());
        row.put("in_title", inTitle);
    }
}
