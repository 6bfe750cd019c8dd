package org.pactlens.source;

import java.io.Serializable;
import java.util.List;
import java.util.function.Predicate;
import org.pactlens.crawl.CrawlRecord;
import org.pactlens.crawl.Limits;
import org.pactlens.crawl.ReadSettings;

/** What every task of a scan does: which columns of which rows, and how many. */
record WarcTask(WarcOptions options, List<WarcColumn> columns, Condition condition, long limit)
        implements Serializable {
    /** @param chosen which records are rows, judged before their bodies are decoded */
    ReadSettings settings(Predicate<CrawlRecord> chosen) {
        boolean body = columns.stream().anyMatch(WarcColumn::ofPayload);
        return ReadSettings.DEFAULT
                .with(Limits.DEFAULT.withPayloadBytes(options.payloadBytes()))
                .with(body ? ReadSettings.Want.BODY : ReadSettings.Want.HEADERS)
                .withBodies(chosen);
    }
}
