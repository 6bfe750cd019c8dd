package org.pactlens.source;

import java.io.Serializable;
import java.util.List;
import org.pactlens.crawl.Limits;
import org.pactlens.crawl.ReadSettings;

/** What every task of a scan does: which columns of which rows, and how many. */
record WarcTask(WarcOptions options, List<WarcColumn> columns, Condition condition, long limit)
        implements Serializable {
    ReadSettings settings(String file) {
        boolean body = columns.stream().anyMatch(WarcColumn::ofPayload);
        return ReadSettings.DEFAULT
                .with(Limits.DEFAULT.withPayloadBytes(options.payloadBytes()))
                .with(body ? ReadSettings.Want.BODY : ReadSettings.Want.HEADERS)
                .withBodies(record -> condition.admits(record, file));
    }
}
