package org.pactlens.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.pactlens.UserError;
import org.pactlens.job.RecordReader.Screening;
import org.pactlens.lake.AnalysisTables;
import org.pactlens.lake.IngestTables;
import org.pactlens.lake.Lake;
import org.pactlens.lake.LocalSpark;
import org.pactlens.lake.ReuseTables;
import org.pactlens.lake.RunTables;
import org.pactlens.lake.StatisticsTables;
import org.pactlens.lake.Table;
import org.pactlens.report.ReportData;
import org.pactlens.report.ReportPage;
import org.pactlens.sample.SampleCrawl;
import org.pactlens.study.Study;
import org.pactlens.study.StudyLoader;
import org.pactlens.text.Span;

/** The whole job over the sample crawl: real archives, real Spark, real Delta tables. One lake, read in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorpusJobTest {
    private static final String ONE_PAGE = """
            WARC/1.1
            WARC-Type: resource
            WARC-Target-URI: https://copied.example/
            WARC-Date: 2024-06-20T00:00:00Z
            WARC-Record-ID: <urn:uuid:2a4ee2c3-54a8-4f0c-9a55-5e55d8f2c0aa>
            Content-Type: text/plain
            Content-Length: 5

            empty

            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGINAL = "https://later.example/story";
    private static final String MIRROR = "https://mirror.example/story";

    @TempDir
    static Path folder;

    private static Study study;
    private static JobSummary first;

    @BeforeAll
    static void runOnce() throws IOException {
        study = StudyLoader.loadBuiltIn("russia-dprk-pact");
        SampleCrawl.write(folder.resolve("sample"));
        first = run(folder.resolve("sample"));
    }

    private static JobSummary run(Path... crawl) {
        return run(1_000_000_000L, crawl);
    }

    private static JobSummary run(long batchBytes, Path... crawl) {
        List<String> paths = java.util.Arrays.stream(crawl).map(Path::toString).toList();
        return order(JobOrder.ofCrawl(
                CrawlListing.of(paths, Sessions.hadoop()),
                folder.resolve("lake").toString(),
                Screening.ON,
                1,
                batchBytes,
                null));
    }

    @Test
    void aRunThatLosesMoreThanIsAllowedPublishesNothing() throws IOException {
        Path dump = Files.writeString(folder.resolve("torn.jsonl"), "no json\n".repeat(20));
        Path strict = folder.resolve("strict-lake");
        assertThatThrownBy(() -> order(JobOrder.ofCrawl(
                        CrawlListing.of(List.of(dump.toString()), Sessions.hadoop()),
                        strict.toString(),
                        Screening.ON,
                        0.5,
                        1_000_000,
                        null)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("160 of 160 bytes")
                .hasMessageContaining("--max-loss 0.5");
        try (Lake lake = Lake.open(LocalSpark.session(), strict.toString())) {
            assertThat(lake.has(IngestTables.INPUTS)
                            && lake.read(IngestTables.INPUTS).count() > 0)
                    .isFalse();
        }
    }

    private static JobSummary order(JobOrder order) {
        try (Progress progress = silent()) {
            return new CorpusJob(LocalSpark.session(), study, "test", progress, Clock.systemUTC()).run(order);
        }
    }

    private static Progress silent() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
    }

    private static List<Row> rows(Table<?> table, String... columns) {
        try (Lake lake = Lake.open(LocalSpark.session(), folder.resolve("lake").toString())) {
            return lake.read(table).selectExpr(columns).collectAsList();
        }
    }

    private static long count(Table<?> table, String condition) {
        try (Lake lake = Lake.open(LocalSpark.session(), folder.resolve("lake").toString())) {
            return lake.read(table).where(condition).count();
        }
    }

    @Test
    @Order(1)
    void everyRecordHasOneFateAndTheFatesSumToTheRecordsOfTheirInput() {
        for (Row input : rows(
                IngestTables.INPUTS,
                "uri",
                "records",
                "aggregate(records_by_fate, 0L, (sum, f) -> sum + f.count)",
                "aggregate(records_by_type, 0L, (sum, t) -> sum + t.count)")) {
            assertThat(input.getLong(2)).as("fates of %s", input.getString(0)).isEqualTo(input.getLong(1));
            assertThat(input.getLong(3)).as("types of %s", input.getString(0)).isEqualTo(input.getLong(1));
        }
        assertThat(first.records())
                .isEqualTo(first.fates().values().stream().mapToLong(n -> n).sum());
    }

    @Test
    @Order(2)
    void theDamagedRecordIsARejectAndThePageBehindItIsRead() {
        assertThat(count(IngestTables.REJECTS, "stage = 'read' AND bytes_skipped > 0"))
                .isEqualTo(1);
        assertThat(count(IngestTables.CAPTURES, "url LIKE '%/after'")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void evidenceAndFramesCutExactlyTheirWordsFromTheArticle() {
        try (Lake lake = Lake.open(LocalSpark.session(), folder.resolve("lake").toString())) {
            for (Table<?> table : List.of(AnalysisTables.EVIDENCE, AnalysisTables.FRAMES, AnalysisTables.QUOTATIONS)) {
                String words = table == AnalysisTables.FRAMES ? "term" : "quote";
                List<Row> spans = lake.read(table)
                        .join(lake.read(IngestTables.ARTICLES).select("article_id", "title", "text"), "article_id")
                        .selectExpr("in_title", "start", "`end`", words, "title", "text")
                        .collectAsList();
                assertThat(spans).as(table.name()).isNotEmpty();
                for (Row span : spans) {
                    String text = span.getBoolean(0) ? span.getString(4) : span.getString(5);
                    assertThat(new Span(span.getInt(1), span.getInt(2)).cut(text))
                            .isEqualTo(span.getString(3));
                }
            }
        }
    }

    @Test
    @Order(4)
    void relevantArticlesHaveOneFramingRowForEachFrameZerosIncluded() {
        long relevant = count(AnalysisTables.RELEVANCE, "grade >= 2");
        long frames = study.codebook().frames().size();
        assertThat(relevant).isPositive();
        assertThat(count(AnalysisTables.ARTICLE_FRAMING, "frame_id NOT LIKE '%.%'"))
                .isEqualTo(relevant * frames);
    }

    @Test
    @Order(5)
    void aSecondRunFindsNothingNewAndChangesNoTable() {
        List<Row> before = versions();
        JobSummary second = run(folder.resolve("sample"));
        assertThat(second.state()).isEqualTo("nothing_new");
        assertThat(second.inputsRead()).isZero();
        assertThat(second.inputsSkipped()).isEqualTo(first.inputsRead());
        assertThat(versions()).isEqualTo(before);
    }

    /** The kept file saves a start its queries; a run that was killed before it wrote the file leaves an old one. */
    @Test
    @Order(5)
    void whatIsKeptOfTheLakeIsWhatItsTablesSayAndAnOldOneIsNotBelieved() throws IOException {
        Path file = folder.resolve("lake/_work/standing-1.json");
        String kept = Files.readString(file);
        try (Lake lake = Lake.open(LocalSpark.session(), folder.resolve("lake").toString())) {
            Standing now = Standing.of(lake);
            Files.delete(file);
            assertThat(Standing.of(lake)).as("read from the tables").isEqualTo(now);

            org.apache.hadoop.fs.Path place =
                    lake.work().path(file.getFileName().toString());
            String elsewhere = kept.replace(study.fingerprint(), "another study");
            lake.work().write(place, JSON.readTree(elsewhere));
            assertThat(Standing.of(lake).coding().studyFingerprint()).isEqualTo("another study");
            String older = elsewhere.replaceAll("(\"runsVersion\" : )\\d+", "$1" + (now.runsVersion() - 1));
            lake.work().write(place, JSON.readTree(older));
            assertThat(Standing.of(lake)).as("of an earlier run").isEqualTo(now);
            lake.work().write(place, now);
        }
    }

    private static List<Row> versions() {
        return rows(RunTables.RUNS, "ended_at", "explode(table_versions) AS v").stream()
                .max(java.util.Comparator.comparing(r -> r.<java.time.Instant>getAs(0)))
                .map(newest -> rows(RunTables.RUNS, "ended_at", "explode(table_versions) AS v").stream()
                        .filter(r -> r.get(0).equals(newest.get(0)))
                        .map(r -> r.getStruct(1))
                        .toList())
                .orElseThrow();
    }

    @Test
    @Order(6)
    void aCopiedFileAddsNoRowsAndSaysSo() throws IOException {
        long captures = count(IngestTables.CAPTURES, "true");
        Path copy = folder.resolve("copied/renamed.warc.gz");
        Files.createDirectories(copy.getParent());
        Files.copy(folder.resolve("sample/sample-00.warc.gz"), copy);
        JobSummary copied = run(copy);
        assertThat(copied.fates().get("duplicate")).isPositive();
        assertThat(count(IngestTables.CAPTURES, "true")).isEqualTo(captures);
        assertThat(count(IngestTables.INPUTS, "uri LIKE '%renamed%'")).isEqualTo(1);
    }

    @Test
    @Order(7)
    void anAddedFileAddsOnlyItsRows() throws IOException {
        long before = count(IngestTables.CAPTURES, "true");
        Path more = folder.resolve("more");
        Files.createDirectories(more);
        Files.writeString(
                more.resolve("letter.txt"), "A note on Pyongyang and Moscow, who signed a treaty in June 2024.");
        JobSummary added = run(folder.resolve("sample"), more);
        assertThat(added.inputsRead()).isEqualTo(1);
        assertThat(count(IngestTables.CAPTURES, "true")).isEqualTo(before + 1);
    }

    @Test
    @Order(7)
    void copiesInTwoBatchesOfOneRunAddTheirRowsOnce() throws IOException {
        long before = count(IngestTables.CAPTURES, "true");
        Path copies = Files.createDirectories(folder.resolve("copies"));
        for (String name : List.of("a.warc", "b.warc")) {
            Files.writeString(copies.resolve(name), ONE_PAGE.replace("\n", "\r\n"));
        }
        writeRevisitAndOriginal(copies);
        writePageFromTheFuture(copies);
        JobSummary run = run(1, copies);
        assertThat(run.fates()).containsEntry("duplicate", 1L);
        assertThat(count(IngestTables.CAPTURES, "true")).isEqualTo(before + 4);
    }

    private static void writeRevisitAndOriginal(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("c-revisit.warc"),
                record(
                        "revisit",
                        MIRROR,
                        "WARC-Date: 2024-06-22T00:00:00Z\nWARC-Refers-To-Target-URI: " + ORIGINAL
                                + "\nWARC-Refers-To-Date: 2024-06-21T00:00:00Z\nWARC-Record-ID: <urn:uuid:r>\n",
                        ""));
        Files.writeString(
                folder.resolve("d-original.warc"),
                record(
                        "resource",
                        ORIGINAL,
                        "WARC-Date: 2024-06-21T00:00:00Z\nWARC-Record-ID: <urn:uuid:o>\n",
                        "Putin and Kim Jong Un signed a comprehensive strategic partnership treaty in Pyongyang on"
                                + " 19 June 2024, which obliges each side to help the other if it is attacked."));
    }

    private static void writePageFromTheFuture(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("e-future.warc"),
                record(
                        "resource",
                        "https://wrong-clock.example/",
                        "WARC-Date: 9000-01-01T00:00:00Z\nWARC-Record-ID: <urn:uuid:f>\n",
                        "empty"));
    }

    @Test
    @Order(8)
    void aCaptureFromTheFutureIsToldAndMakesNoDaysOfAttention() {
        assertThat(count(StatisticsTables.ATTENTION, "day > current_date()")).isZero();
        assertThat(rows(RunTables.RUNS, "inline(counts)")).contains(RowFactory.create("from_the_future", 1L));
    }

    @Test
    @Order(8)
    void aDryRunNamesWhatIsNewAndExpectsThePaceOfTheRunsSoFar() throws IOException {
        Path unread = Files.createDirectories(folder.resolve("unread"));
        Files.writeString(unread.resolve("unread.txt"), "12345");
        CrawlListing listing =
                CrawlListing.of(List.of(folder.resolve("sample").toString(), unread.toString()), Sessions.hadoop());
        try (Lake lake = lake()) {
            DryRun dryRun = DryRun.of(listing, lake);
            assertThat(dryRun.files())
                    .extracting(PlannedFile::uri)
                    .singleElement()
                    .satisfies(uri -> assertThat(uri).endsWith("unread.txt"));
            assertThat(dryRun.known()).isEqualTo(first.inputsRead());
            assertThat(dryRun.bytes()).isEqualTo(5);
            assertThat(dryRun.bytesPerSecond().orElseThrow()).isPositive();
        }
        assertThat(DryRun.of(listing).expected()).isEmpty();
    }

    private static String record(String type, String url, String headers, String text) {
        String head = "WARC/1.1\nWARC-Type: " + type + "\nWARC-Target-URI: " + url + "\n" + headers
                + "Content-Type: text/plain\nContent-Length: " + text.length() + "\n\n";
        return head.replace("\n", "\r\n") + text + "\r\n\r\n";
    }

    /** Files come in any order; here each is a batch of its own. */
    @Test
    @Order(8)
    void aRevisitReadBeforeItsOriginalTakesItsArticle() {
        assertThat(count(IngestTables.CAPTURES, "url = '" + MIRROR + "' AND fate_reason = 'resolved'"))
                .isEqualTo(1);
        assertThat(rows(IngestTables.ARTICLES, "url", "last_captured_at", "first_captured_at"))
                .contains(RowFactory.create(
                        ORIGINAL, Instant.parse("2024-06-22T00:00:00Z"), Instant.parse("2024-06-21T00:00:00Z")));
    }

    @Test
    @Order(8)
    void everyKeyOccursOnce() {
        try (Lake lake = Lake.open(LocalSpark.session(), folder.resolve("lake").toString())) {
            for (Table<?> table : org.pactlens.lake.Dictionary.TABLES) {
                long rows = lake.read(table).count();
                long keys = lake.read(table)
                        .selectExpr(table.key().toArray(String[]::new))
                        .distinct()
                        .count();
                assertThat(keys).as("keys of %s", table).isEqualTo(rows);
            }
        }
    }

    @Test
    @Order(9)
    void aPathWhereNothingLiesIsAUserErrorAndMakesNoLake() {
        assertThatThrownBy(() -> run(folder.resolve("nowhere")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("nowhere: nothing lies there");
    }

    @Test
    @Order(10)
    void anEmptyFolderIsAUserError() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> run(empty))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no file of a known format lies there");
    }

    @Test
    @Order(11)
    void everyRelevantArticleHasOneFamilyAndItsOriginIsAnArticle() {
        assertThat(count(ReuseTables.FAMILIES, "true")).isEqualTo(count(AnalysisTables.RELEVANCE, "grade >= 2"));
        List<String> ids = rows(IngestTables.ARTICLES, "article_id").stream()
                .map(row -> row.getString(0))
                .toList();
        assertThat(rows(ReuseTables.FAMILIES, "origin_article_id"))
                .extracting(row -> row.getString(0))
                .filteredOn(java.util.Objects::nonNull)
                .isNotEmpty()
                .allMatch(ids::contains);
    }

    @Test
    @Order(12)
    void noShareStandsOnTooFewStoriesAndOthersLieInTheirInterval() {
        int minimum = study.settings().statistics().minimumStories();
        assertThat(count(StatisticsTables.OUTLET_FRAMING, "(share IS NULL) <> (families_n < " + minimum + ")"))
                .isZero();
        assertThat(count(StatisticsTables.OUTLET_FRAMING, "share IS NOT NULL")).isPositive();
    }

    @Test
    @Order(12)
    void articlesOfAnOutletAreThoseThatItsCellsCount() {
        long counted = rows(StatisticsTables.OUTLETS, "counted").stream()
                .mapToLong(row -> row.getLong(0))
                .sum();
        String frame = study.codebook().frames().get(0).id();
        long cells = rows(StatisticsTables.OUTLET_FRAMING, "n", "frame_id", "voice", "scope", "period_kind").stream()
                .filter(row ->
                        row.getString(1).equals(frame) && row.getString(2).equals("own"))
                .filter(row ->
                        row.getString(3).equals("all") && row.getString(4).equals("phase"))
                .mapToLong(row -> row.getInt(0))
                .sum();
        assertThat(cells).as("phases part the articles").isEqualTo(counted).isPositive();
    }

    @Test
    @Order(12)
    void attentionCountsEachDatedRelevantArticleOnce() {
        long days = rows(StatisticsTables.ATTENTION, "relevant").stream()
                .mapToLong(row -> row.getInt(0))
                .sum();
        try (Lake lake = lake()) {
            long dated = lake.read(IngestTables.ARTICLES)
                    .where("is_latest AND published_date IS NOT NULL AND outlet IS NOT NULL")
                    .join(
                            lake.read(AnalysisTables.RELEVANCE)
                                    .where("grade >= 2")
                                    .select("article_id"),
                            "article_id")
                    .count();
            assertThat(days).isEqualTo(dated);
        }
    }

    /** Delta takes the time of a version from its commit file, and by itself refuses those older than a week. */
    @Test
    @Order(13)
    void aLakeThatIsTidiedKeepsItsRowsItsCodingAndTheRunsOfThreeWeeksAgo() throws IOException {
        FileTime threeWeeksAgo = FileTime.from(Instant.now().minus(Duration.ofDays(21)));
        try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, threeWeeksAgo);
            }
        }
        LakeRows before = LakeRows.of(folder.resolve("lake")).without(RunTables.RUNS);

        try (Progress progress = silent()) {
            new CorpusJob(LocalSpark.session(), study, "test", progress, Clock.systemUTC())
                    .maintain(
                            JobOrder.ofStored("maintain", folder.resolve("lake").toString(), null, null, false), 90);
        }

        before.assertSame(LakeRows.of(folder.resolve("lake")).without(RunTables.RUNS), "tidied");
        try (Lake lake = lake()) {
            assertThat(new ReportTables(lake).read(study).run().command()).isEqualTo("maintain");
            long then = rows(RunTables.RUNS, "run_id", "inline(table_versions)").stream()
                    .filter(row -> row.getString(0).equals(first.runId()))
                    .filter(row -> row.getString(1).equals(IngestTables.ARTICLES.name()))
                    .findFirst()
                    .orElseThrow()
                    .getLong(2);
            assertThat(then).isLessThan(lake.version(IngestTables.ARTICLES));
            assertThat(lake.read(IngestTables.ARTICLES, then).count())
                    .isEqualTo(first.counts().get("articles"));
            assertThat(LocalSpark.session()
                            .sql("SHOW TBLPROPERTIES delta.`" + lake.path(IngestTables.ARTICLES) + "`")
                            .where("key LIKE 'delta.%Retention%'")
                            .select("value")
                            .collectAsList())
                    .extracting(row -> row.getString(0))
                    .containsExactly("interval 90 days", "interval 90 days");
        }
        assertThat(run(folder.resolve("sample")).state()).isEqualTo("nothing_new");
    }

    @Test
    @Order(13)
    void theReportTellsOfTheLastRun() {
        try (Lake lake = lake()) {
            ReportData data = new ReportTables(lake).read(study);

            assertThat(data.funnel().records())
                    .isEqualTo(data.fates().stream()
                            .mapToLong(ReportData.Fate::records)
                            .sum());
            assertThat(ReportPage.html(data)).contains(data.run().runId());
        }
    }

    @Test
    @Order(14)
    void anExportWithoutTextHoldsNoTextNoFormulaAndNoFolderOfThisMachine() throws IOException {
        Path out = folder.resolve("export");
        try (Lake lake = lake();
                Progress progress = silent()) {
            new Export(lake, progress).withoutText(out.toString());
        }
        String articles = Files.readString(out.resolve("articles.csv"));
        assertThat(articles.lines().findFirst().orElseThrow().split(","))
                .contains("article_id")
                .doesNotContain("text", "title");
        assertThat(articles).contains("file:").doesNotContain("file:/");
        assertThat(Files.readString(out.resolve("relevance.csv"))
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split(","))
                .contains("score")
                .doesNotContain("reasons");
        assertThat(Files.readString(out.resolve("outlet_framing.csv")).lines().count())
                .isEqualTo(1 + count(StatisticsTables.OUTLET_FRAMING, "true"));
        assertThat(out.resolve("families.parquet")).isNotEmptyFile();
        assertThat(folder.resolve("export.partial")).doesNotExist();
    }

    /** The lake is spoilt as if an older program had written it. */
    @Test
    @Order(14)
    void pagesAreExtractedAnewFromTheCrawlAndThoseWhoseFileIsGoneStay() throws IOException {
        LakeRows right = LakeRows.of(folder.resolve("lake"));
        try (Lake lake = lake()) {
            DeltaTable.forPath(LocalSpark.session(), lake.path(IngestTables.ARTICLES))
                    .updateExpr("url NOT LIKE '%/letter.txt'", Map.of("title", "'an older title'"));
        }
        Path letter = folder.resolve("more/letter.txt");
        Path away = Files.move(letter, folder.resolve("letter.txt"));

        JobSummary anew =
                order(JobOrder.ofStored("recode", folder.resolve("lake").toString(), null, null, true));

        Files.move(away, letter);
        assertThat(anew.warnings())
                .anySatisfy(warning ->
                        assertThat(warning).contains("1 files are gone").contains("1 pages"));
        right.without(RunTables.RUNS).assertSame(LakeRows.of(folder.resolve("lake")), "extracted anew");
    }

    @Test
    @Order(15)
    void aForgottenOutletIsGoneFromEveryTableAndStaysOut() throws IOException {
        String outlet = rows(StatisticsTables.OUTLETS, "outlet", "relevant").stream()
                .filter(row -> row.getLong(1) > 0)
                .map(row -> row.getString(0))
                .sorted()
                .findFirst()
                .orElseThrow();
        long others = count(IngestTables.CAPTURES, "NOT (outlet <=> '" + outlet + "')");

        order(JobOrder.ofStored(
                "forget", folder.resolve("lake").toString(), null, new Takedown(Takedown.Kind.OUTLET, outlet), false));

        String its = "outlet = '" + outlet + "'";
        assertThat(count(IngestTables.CAPTURES, its)).isZero();
        assertThat(count(IngestTables.ARTICLES, its)).isZero();
        assertThat(count(StatisticsTables.OUTLET_FRAMING, its)).isZero();
        assertThat(count(IngestTables.CAPTURES, "true")).isEqualTo(others);
        assertThat(count(AnalysisTables.RELEVANCE, "true")).isEqualTo(count(IngestTables.ARTICLES, "true"));

        Path again = Files.createDirectories(folder.resolve("again"));
        try (var files = Files.list(folder.resolve("sample"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".warc.gz")).toList()) {
                Files.copy(file, again.resolve("again-" + file.getFileName()));
            }
        }
        assertThat(run(again).fates()).containsKey("taken_down").containsKey("duplicate");
        assertThat(count(IngestTables.CAPTURES, its)).isZero();
    }

    @Test
    @Order(16)
    void aForgottenPageIsGoneAlsoWhereACaptureElsewhereNamesItAndFromTheDisk() throws IOException {
        long before;
        try (Lake lake = lake()) {
            before = lake.version(IngestTables.ARTICLES);
        }
        order(JobOrder.ofStored(
                "forget", folder.resolve("lake").toString(), null, new Takedown(Takedown.Kind.URL, ORIGINAL), false));

        assertThat(count(IngestTables.ARTICLES, "url = '" + ORIGINAL + "'")).isZero();
        assertThat(rows(IngestTables.CAPTURES, "url", "fate_reason", "article_id"))
                .contains(RowFactory.create(MIRROR, "unresolved", null))
                .noneMatch(row -> row.getString(0).equals(ORIGINAL));
        try (Lake lake = lake()) {
            assertThatThrownBy(() -> lake.read(IngestTables.ARTICLES, before)
                            .selectExpr("sum(length(text))")
                            .collectAsList())
                    .hasStackTraceContaining("FileNotFound");
        }
    }

    /** As a takedown leaves it whose process was killed after its tables were published. */
    @Test
    @Order(16)
    void oldFilesThatAKilledTakedownHasLeftAreDeletedByTheNextStart() throws IOException {
        String page = "https://never.example/story";
        Path parquet;
        try (Lake lake = lake();
                Stream<Path> files = Files.walk(folder.resolve("lake/articles"))) {
            Path file = files.filter(f -> f.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            parquet = Files.copy(file, file.resolveSibling("part-of-an-earlier-version.parquet"));
            lake.work().write(lake.work().path("PURGE"), new Takedown(Takedown.Kind.URL, page));
        }
        run(folder.resolve("sample"));
        assertThat(parquet).doesNotExist();
        assertThat(folder.resolve("lake/_work/PURGE")).doesNotExist();
    }

    @Test
    @Order(17)
    void aForgottenBatchIsReadAgainByTheNextRunThatNamesItsFiles() {
        String batch = rows(IngestTables.INPUTS, "batch_id", "uri").stream()
                .filter(row -> row.getString(1).contains("/more/"))
                .map(row -> row.getString(0))
                .findFirst()
                .orElseThrow();
        long captures = count(IngestTables.CAPTURES, "true");

        order(JobOrder.ofStored(
                "forget", folder.resolve("lake").toString(), null, new Takedown(Takedown.Kind.BATCH, batch), false));
        assertThat(count(IngestTables.INPUTS, "uri LIKE '%/more/%'")).isZero();
        assertThat(count(IngestTables.CAPTURES, "true")).isLessThan(captures);

        run(folder.resolve("more"));
        assertThat(count(IngestTables.CAPTURES, "true")).isEqualTo(captures);
    }

    private static Lake lake() {
        return Lake.open(LocalSpark.session(), folder.resolve("lake").toString());
    }
}
