package org.pactlens.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pactlens.sample.Coding.Mark;
import org.pactlens.sample.Coding.Wire;
import org.pactlens.sample.SampleDocument.Copy;
import org.pactlens.text.Span;

/**
 * The gold rows of the sample, for all referees at once: coding, quotations, families, extraction. Offsets count code
 * points of {@code text}, which is title, blank line, body.
 */
final class SampleGold {
    /** Units that the extraction referee compares at once. */
    private static final int SHINGLE = 4;

    private static final List<String> ARTICLE_4_FLAGS = List.of("mentioned", "obligation", "art51", "national_law");

    private final Pages pages;
    private final Map<String, SampleDocument> byId;
    private final Set<String> origins = new HashSet<>();

    SampleGold(List<SampleDocument> documents, Pages pages) {
        this.pages = pages;
        byId = documents.stream().collect(Collectors.toMap(SampleDocument::id, d -> d));
        documents.forEach(d -> d.copy().filter(Copy::joinsFamily).ifPresent(c -> origins.add(c.origin())));
    }

    /** One JSON object. */
    String line(SampleDocument document) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        identity(document, row);
        family(document, row);
        coding(document, row);
        extraction(document, row);
        return row.toString();
    }

    private static void identity(SampleDocument document, ObjectNode row) {
        row.put("url", document.url());
        row.put("id", document.path());
        row.put("document", document.id());
        row.put("lang", document.primaryLanguage());
        row.put("variant", document.language().contains("-") ? document.language() : null);
        row.put("language", document.primaryLanguage());
        row.put("domain", document.outlet());
        row.put("date", document.day().toString());
        row.put("published_date", document.day().toString());
        row.put("published_at", document.published().toString());
        row.put("invented", true);
        row.put("title", document.title());
        row.put("text", document.whole());
        document.authors().forEach(row.putArray("authors")::add);
        document.drop().ifPresent(d -> row.put("file", "drop/" + DropFile.name(document)));
    }

    private void family(SampleDocument document, ObjectNode row) {
        Copy copy = document.copy().orElse(null);
        row.put("cluster", copy != null && copy.joinsFamily() ? copy.origin() : document.id());
        row.put("role", copy != null ? copy.role() : origins.contains(document.id()) ? "original" : "alone");
        row.put("origin_url", copy == null ? null : byId.get(copy.origin()).url());
    }

    private static void coding(SampleDocument document, ObjectNode row) {
        Coding coding = document.coding();
        row.put("coded", coding.coded());
        row.put("relevance", coding.grade());
        row.put("near_miss_of", coding.nearMissOf().orElse(null));
        ArrayNode frames = row.putArray("frames");
        for (Coding.Frame frame : coding.frames()) {
            ObjectNode hit = frames.addObject().put("frame", frame.frame()).put("voice", frame.voice());
            hit.put("source_group", frame.group()).put("target", frame.target().orElse(null));
            place(hit, document, frame.mark()).put("term", frame.mark().term());
        }
        ArrayNode names = row.putArray("names_used");
        coding.names().forEach(name -> place(names.addObject(), document, name).put("term", name.term()));
        ArrayNode labels = row.putArray("leader_labels");
        for (Coding.Label label : coding.leaderLabels()) {
            place(labels.addObject().put("voice", label.voice()), document, label.mark())
                    .put("term", label.mark().term());
        }
        article4(document, row.putObject("article4"));
        ArrayNode quotations = row.putArray("quotations");
        for (Coding.Quotation quotation : coding.quotations()) {
            ObjectNode hit = quotations.addObject().put("text", quotation.mark().term());
            hit.put("kind", "direct").put("speaker", quotation.speaker()).put("group", quotation.group());
            place(hit, document, quotation.mark());
        }
        row.putNull("wire");
        coding.wire()
                .ifPresent(w -> row.putObject("wire").put("agency", w.agency()).put("basis", w.basis()));
        row.put(
                "wire_agency",
                coding.wire()
                        .filter(Wire::isCopy)
                        .map(w -> w.agency().toLowerCase(Locale.ROOT))
                        .orElse("none"));
    }

    private static void article4(SampleDocument document, ObjectNode flags) {
        Map<String, Mark> marks = document.coding().article4();
        ARTICLE_4_FLAGS.forEach(flag -> flags.put(flag, marks.containsKey(flag)));
        ArrayNode spans = flags.putArray("spans");
        marks.forEach((flag, mark) -> {
            if (!ARTICLE_4_FLAGS.contains(flag)) {
                throw new IllegalStateException(document.id() + ": article4 knows no " + flag);
            }
            place(spans.addObject().put("kind", flag), document, mark).put("term", mark.term());
        });
    }

    private static ObjectNode place(ObjectNode hit, SampleDocument document, Mark mark) {
        Span span = mark.span(document);
        return hit.put("start", span.start()).put("end", span.end());
    }

    private void extraction(SampleDocument document, ObjectNode row) {
        row.put("set", "sample");
        row.put("optional", seam(document));
        row.put(
                "page_kind",
                switch (document.layout()) {
                    case "ticker" -> "live";
                    case "stub" -> "stub";
                    default -> "article";
                });
        if (document.drop().isEmpty()) {
            document.paragraphs().forEach(row.putArray("with")::add);
            pages.junk(document).forEach(row.putArray("without")::add);
        }
    }

    /** Title and first words: what runs from the title into the text is in no extracted text and must not count. */
    private static String seam(SampleDocument document) {
        boolean spaceless = List.of("zh", "ja", "ko").contains(document.primaryLanguage());
        String first = document.paragraphs().get(0);
        String opening = spaceless
                ? first.substring(0, SHINGLE - 1)
                : Arrays.stream(first.split("\\s+")).limit(SHINGLE - 1).collect(Collectors.joining(" "));
        return document.title() + "\n\n" + opening;
    }
}
