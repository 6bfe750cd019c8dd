package org.pactlens.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.pactlens.crawl.Limits;

/**
 * What a user can set of the source.
 *
 * @param paths files, folders and globs
 * @param payloadBytes bytes kept of a payload, 0 or more
 * @param splitBytes bytes of a task; 0 to choose by the size of the input and the number of cores
 * @param maxLoss share of a file's bytes, 0..1, above whose loss the query fails
 * @param damageRows whether each lost range is a row
 * @param storage settings of the file systems, whose names begin with {@code fs.}
 */
record WarcOptions(
        List<String> paths,
        int payloadBytes,
        long splitBytes,
        double maxLoss,
        boolean damageRows,
        Map<String, String> storage)
        implements Serializable {
    static final String PAYLOAD_BYTES = "payloadBytes";
    static final String SPLIT_BYTES = "splitBytes";
    static final String MAX_LOSS = "maxLoss";
    static final String DAMAGE_ROWS = "damageRows";
    /** All options, for the test of the document. */
    static final List<String> NAMES = List.of("path", PAYLOAD_BYTES, SPLIT_BYTES, MAX_LOSS, DAMAGE_ROWS);

    WarcOptions {
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("the format warc needs a path, such as .load(\"crawl/*.warc.gz\")");
        }
        if (payloadBytes < 0
                || payloadBytes > Limits.MOST_PAYLOAD
                || splitBytes < 0
                || !(maxLoss >= 0 && maxLoss <= 1)) {
            throw new IllegalArgumentException("options of the format warc: " + PAYLOAD_BYTES + " and " + SPLIT_BYTES
                    + " must not be negative, the first at most " + Limits.MOST_PAYLOAD + ", " + MAX_LOSS
                    + " lies in 0..1, but they are " + payloadBytes + ", "
                    + splitBytes + ", " + maxLoss);
        }
        paths = List.copyOf(paths);
    }

    static WarcOptions of(CaseInsensitiveStringMap options) {
        Map<String, String> storage = new TreeMap<>();
        options.asCaseSensitiveMap().forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("fs.")) {
                storage.put(name, value);
            }
        });
        return new WarcOptions(
                paths(options),
                options.getInt(PAYLOAD_BYTES, Limits.DEFAULT.payloadBytes()),
                options.getLong(SPLIT_BYTES, 0),
                options.getDouble(MAX_LOSS, 1),
                options.getBoolean(DAMAGE_ROWS, false),
                storage);
    }

    /** Spark gives one path under {@code path}, several as a JSON array under {@code paths}; a table its location. */
    private static List<String> paths(CaseInsensitiveStringMap options) {
        List<String> paths = new ArrayList<>();
        String place = options.getOrDefault("path", options.get("location"));
        if (place != null) {
            paths.add(place);
        }
        if (options.containsKey("paths")) {
            try {
                paths.addAll(List.of(new ObjectMapper().readValue(options.get("paths"), String[].class)));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("the option paths is no JSON array of texts", e);
            }
        }
        return paths;
    }
}
