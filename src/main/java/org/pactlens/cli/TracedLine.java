package org.pactlens.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.pactlens.Spelling;
import org.pactlens.reuse.Traced;

/** One line of reuse.jsonl, as the contract names its keys. */
final class TracedLine {
    private TracedLine() {}

    static ObjectNode row(Traced traced) {
        ObjectNode row = JsonLines.JSON.createObjectNode();
        row.put("pactlens", "1");
        row.put("url", traced.id());
        row.put("cluster", traced.cluster());
        row.put("role", Spelling.of(traced.role()));
        row.put("origin_url", traced.originId());
        row.put("containment", traced.containment());
        row.put("wire_agency", traced.wireAgency());
        row.put("wire_basis", traced.wireBasis() == null ? null : Spelling.of(traced.wireBasis()));
        row.put("size", traced.size());
        row.put("span_seconds", traced.spanSeconds());
        return row;
    }
}
