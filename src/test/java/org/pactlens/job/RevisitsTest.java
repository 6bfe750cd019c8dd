package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.IngestTables.Capture;
import org.pactlens.lake.LocalSpark;

/** Which earlier capture a revisit record stands for. */
class RevisitsTest {
    private static final String PAGE = "com.example/story";
    private static final Instant MONDAY = Instant.parse("2024-06-17T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2024-06-19T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2024-06-21T00:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2024-06-23T00:00:00Z");

    private static final Capture REVISIT = capture("revisit", PAGE, FRIDAY, null, Fate.REVISIT, null, PAGE);

    private static Capture capture(
            String id, String key, Instant at, String digest, Fate fate, String refersTo, String refersToKey) {
        return new Capture(
                id,
                "input",
                0,
                1,
                "urn:" + id,
                refersTo,
                refersToKey,
                null,
                fate == Fate.REVISIT ? "revisit" : "response",
                "https://" + key,
                key,
                "example.com",
                at,
                "2024-06",
                200,
                null,
                null,
                null,
                digest,
                0,
                false,
                fate.id(),
                fate == Fate.REVISIT ? "unresolved" : null,
                fate == Fate.ARTICLE ? "article-" + id : null,
                "batch",
                "test");
    }

    private static Capture answer(String id, Instant at, String digest) {
        return capture(id, PAGE, at, digest, Fate.ARTICLE, null, null);
    }

    private static Capture revisit(String digest) {
        return capture("revisit", PAGE, FRIDAY, digest, Fate.REVISIT, null, PAGE);
    }

    /** {@code article_id} and {@code fate_reason} of the revisit among the captures. */
    private static List<Object> resolved(Capture revisit, Capture... others) {
        List<Row> rows = Stream.concat(Stream.of(revisit), Stream.of(others))
                .map(IngestTables.CAPTURES::row)
                .toList();
        Dataset<Row> captures = LocalSpark.session().createDataFrame(rows, IngestTables.CAPTURES.schema());
        Row row = Revisits.resolve(captures, captures)
                .where("fate = 'revisit'")
                .select("article_id", "fate_reason")
                .first();
        return java.util.Arrays.asList(row.get(0), row.get(1));
    }

    @Test
    void theRecordThatIsNamedCountsBeforeAllAtThePage() {
        Capture named = capture("named", "com.example/elsewhere", SUNDAY, null, Fate.ARTICLE, null, null);
        Capture revisit = capture("revisit", PAGE, FRIDAY, null, Fate.REVISIT, "urn:named", PAGE);
        assertThat(resolved(revisit, named, answer("near", WEDNESDAY, null)))
                .containsExactly("article-named", "resolved");
    }

    @Test
    void ofAnswersWithoutDigestTheNewestBeforeTheRevisitIsMeant() {
        assertThat(resolved(
                        REVISIT,
                        answer("first", MONDAY, null),
                        answer("second", WEDNESDAY, null),
                        answer("later", SUNDAY, null)))
                .containsExactly("article-second", "resolved");
    }

    @Test
    void anAnswerOfTheSameDigestIsMeantWheneverItWasTaken() {
        assertThat(resolved(revisit("sha1:A"), answer("same", SUNDAY, "sha1:A"), answer("other", WEDNESDAY, null)))
                .containsExactly("article-same", "resolved");
    }

    @Test
    void anAnswerOfAnotherDigestIsNotTheOriginal() {
        assertThat(resolved(revisit("sha1:A"), answer("other", WEDNESDAY, "sha1:B")))
                .containsExactly(null, "unresolved");
    }

    @Test
    void anErrorIsNotWhatAServerCallsUnchanged() {
        Capture error = capture("error", PAGE, WEDNESDAY, null, Fate.HTTP_ERROR, null, null);
        assertThat(resolved(REVISIT, error)).containsExactly(null, "unresolved");
        assertThat(resolved(REVISIT, error, answer("before", MONDAY, null)))
                .containsExactly("article-before", "resolved");
    }
}
