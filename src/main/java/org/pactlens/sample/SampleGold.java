package org.pactlens.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.pactlens.text.Span;

/**
 * The gold file of the sample: how a careful coder codes each document. Sources name wordings, never numbers; the
 * offsets of a row count code points of {@code text}, which is title, blank line, body.
 */
final class SampleGold {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleGold() {}

    static List<String> lines(List<SampleDocument> documents) {
        return documents.stream().map(d -> line(d).toString()).toList();
    }

    private static ObjectNode line(SampleDocument document) {
        ObjectNode row = JSON.createObjectNode();
        row.put("id", document.id());
        row.put("lang", document.language().substring(0, 2));
        row.put("variant", document.language().length() > 2 ? document.language() : null);
        row.put("domain", document.outlet());
        row.put("url", document.url());
        row.put("date", document.published().toLocalDate().toString());
        row.put("published_date", document.published().toLocalDate().toString());
        row.put("published_at", document.published().toString());
        row.put("language", document.language().substring(0, 2));
        row.put("title", document.title());
        row.put("text", document.title() + "\n\n" + document.text());
        row.put("invented", true);
        row.put("coded", document.is("coded"));
        row.put("relevance", ((Number) document.source().get("grade")).intValue());
        row.put("near_miss_of", document.text("near_miss_of", null));
        row.put("cluster", document.text("cluster", document.id()));
        row.put("role", document.text("role", "alone"));
        row.put("origin_url", document.text("origin", null));
        hits(document, "frames", row.putArray("frames"));
        hits(document, "names_used", row.putArray("names_used"));
        row.putArray("leader_labels");
        hits(document, "quotations", row.putArray("quotations"));
        ObjectNode article4 = row.putObject("article4");
        List<String> flags = document.strings("article4");
        for (String flag : List.of("mentioned", "art51", "national_law")) {
            article4.put(flag, flags.contains(flag));
        }
        Object wire = document.source().get("wire");
        row.set("wire", wire == null ? JSON.nullNode() : JSON.valueToTree(wire));
        row.put(
                "wire_agency",
                wire == null ? "none" : String.valueOf(SampleSources.map(wire).get("agency")));
        return row;
    }

    private static void hits(SampleDocument document, String key, ArrayNode rows) {
        if (!(document.source().get(key) instanceof List<?> hits)) {
            return;
        }
        for (Object hit : hits) {
            Map<String, Object> values = SampleSources.map(hit);
            ObjectNode row = rows.addObject();
            Span span = span(document, values);
            row.put("start", span.start());
            row.put("end", span.end());
            values.forEach((name, value) -> {
                if (!name.equals("nth") && !name.equals("in_title")) {
                    row.set(name, JSON.valueToTree(value));
                }
            });
            row.put("text", (String) values.get("term"));
        }
    }

    /** Where the wording stands in title, blank line, body. */
    private static Span span(SampleDocument document, Map<String, Object> hit) {
        String term = (String) hit.get("term");
        boolean inTitle = Boolean.TRUE.equals(hit.get("in_title"));
        String base = inTitle ? document.title() : document.text();
        int nth = hit.get("nth") instanceof Number n ? n.intValue() : 1;
        int at = -1;
        for (int i = 0; i < nth; i++) {
            at = base.indexOf(term, at + 1);
            if (at < 0) {
                throw new IllegalStateException(
                        "sample document " + document.id() + " does not hold \"" + term + "\" " + nth + " times");
            }
        }
        int shift = inTitle ? 0 : document.title().length() + 2;
        String whole = document.title() + "\n\n" + document.text();
        return Span.ofUtf16(whole, at + shift, at + shift + term.length());
    }
}
