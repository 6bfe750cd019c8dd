package org.pactlens.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pactlens.sample.SampleDocument.Copy;
import org.pactlens.sample.SampleDocument.Encoding;
import org.pactlens.study.Study;
import org.pactlens.study.StudyLoader;

/** What the sample promises to hold. */
class SampleSourcesTest {
    private static final List<SampleDocument> DOCUMENTS = SampleSources.documents();

    private static Stream<SampleDocument> relevant() {
        return DOCUMENTS.stream().filter(d -> d.coding().grade() >= 2);
    }

    private static <T> Set<T> all(Function<SampleDocument, T> value) {
        return DOCUMENTS.stream().map(value).collect(Collectors.toSet());
    }

    @Test
    void thereAreDocumentsEnough() {
        assertThat(DOCUMENTS).hasSizeGreaterThanOrEqualTo(160);
        assertThat(relevant().count()).isGreaterThanOrEqualTo(95);
        assertThat(DOCUMENTS.stream().map(SampleDocument::url)).doesNotHaveDuplicates();
    }

    @Test
    void twelveLanguagesAndTheirVariantsAreThere() {
        assertThat(all(SampleDocument::primaryLanguage))
                .containsExactlyInAnyOrder("en", "ru", "uk", "ko", "zh", "ja", "es", "fr", "de", "ar", "tr", "vi");
        assertThat(all(SampleDocument::language)).contains("ko-KP", "zh-Hans", "zh-Hant");
    }

    @Test
    void threeOutletsHaveTwentyStoriesOfTheirOwnOverAllPhases() throws IOException {
        Study study = StudyLoader.loadBuiltIn("russia-dprk-pact");
        Map<String, List<SampleDocument>> outlets =
                relevant().filter(d -> d.copy().isEmpty()).collect(Collectors.groupingBy(SampleDocument::outlet));
        List<List<SampleDocument>> large =
                outlets.values().stream().filter(d -> d.size() >= 20).toList();
        assertThat(large).hasSizeGreaterThanOrEqualTo(3);
        assertThat(large)
                .allSatisfy(documents -> assertThat(documents.stream()
                                .map(d -> study.phaseOf(d.published()
                                        .toInstant()
                                        .atOffset(java.time.ZoneOffset.UTC)
                                        .toLocalDate()))
                                .distinct())
                        .hasSize(study.phases().size() - 1));
    }

    @Test
    void everyRelevantDocumentIsCoded() {
        assertThat(relevant()).allMatch(d -> d.coding().coded());
    }

    @Test
    void everyLookAlikeOfTheStudyHasANearMiss() throws IOException {
        Study study = StudyLoader.loadBuiltIn("russia-dprk-pact");
        Set<String> nearMisses = all(d -> d.coding().nearMissOf().orElse(""));
        assertThat(study.lookAlikes()).allSatisfy(l -> assertThat(nearMisses).contains(l.id()));
    }

    @Test
    void everyGradeAndEveryRoleIsThere() {
        assertThat(all(d -> d.coding().grade())).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(DOCUMENTS.stream().flatMap(d -> d.copy().stream()).map(Copy::role))
                .contains("verbatim", "edited", "rewrite", "translation", "quote_only");
    }

    @Test
    void aCopyAppearsAfterItsOriginal() {
        Map<String, SampleDocument> byId =
                DOCUMENTS.stream().collect(Collectors.toMap(SampleDocument::id, document -> document));
        assertThat(DOCUMENTS)
                .allSatisfy(d -> d.copy()
                        .map(c -> byId.get(c.origin()))
                        .ifPresent(
                                origin -> assertThat(d.published()).as(d.id()).isAfter(origin.published())));
    }

    /** Else nobody could tell which came first on the day that they share. */
    @Test
    void theTimeOfAnOriginalStandsOnItsPage() {
        Set<String> origins = DOCUMENTS.stream()
                .flatMap(d -> d.copy().stream())
                .map(Copy::origin)
                .collect(Collectors.toSet());
        assertThat(DOCUMENTS)
                .filteredOn(d -> origins.contains(d.id()))
                .extracting(SampleDocument::layout)
                .isSubsetOf("modern", "amp");
    }

    @Test
    void oldCharsetsStandWithAndWithoutDeclarations() {
        Map<String, Set<Encoding.Declared>> declared = DOCUMENTS.stream()
                .map(SampleDocument::encoding)
                .collect(Collectors.groupingBy(
                        Encoding::charset, Collectors.mapping(Encoding::declared, Collectors.toSet())));
        assertThat(declared).containsKeys("windows-1251", "EUC-KR", "Shift_JIS", "GB18030", "Big5");
        assertThat(declared.values().stream().flatMap(Set::stream)).contains(Encoding.Declared.values());
    }

    @Test
    void everyLayoutIsUsed() {
        assertThat(all(SampleDocument::layout)).contains("modern", "blog", "table", "divs", "amp", "ticker", "stub");
    }

    @Test
    void everyOutletIsInventedAndNamed() {
        assertThat(all(SampleDocument::outlet))
                .allMatch(o -> o.endsWith(".example"))
                .isSubsetOf(SampleSources.outletNames().keySet());
    }

    @Test
    void codesAreThoseOfTheCodebook() throws IOException {
        Study study = StudyLoader.loadBuiltIn("russia-dprk-pact");
        List<Coding.Frame> frames =
                DOCUMENTS.stream().flatMap(d -> d.coding().frames().stream()).toList();
        assertThat(frames).allMatch(f -> study.codebook().frame(f.frame()).isPresent());
        assertThat(frames.stream().map(Coding.Frame::frame).distinct())
                .as("every frame is met")
                .hasSameSizeAs(study.codebook().frames());
        assertThat(frames.stream().map(Coding.Frame::voice).distinct())
                .containsExactlyInAnyOrder("outlet", "headline", "quoted", "reported");
        assertThat(frames.stream().map(Coding.Frame::group).distinct())
                .isSubsetOf(
                        "RU_GOV",
                        "DPRK_GOV",
                        "ROK_GOV",
                        "US_GOV",
                        "JP_GOV",
                        "CN_GOV",
                        "UA_GOV",
                        "NATO",
                        "UN",
                        "EU",
                        "EXPERT",
                        "OTHER",
                        "OUTLET");
        assertThat(frames.stream().flatMap(f -> f.target().stream()).distinct())
                .isSubsetOf("treaty", "Russia", "DPRK", "Russia+DPRK", "US/West", "ROK", "China", "Ukraine", "leaders");
    }

    @Test
    void aWordingThatIsNotThereStopsTheBuild() {
        SampleDocument document = DOCUMENTS.get(0);
        Coding.Mark missing = new Coding.Mark("no such words", 1, false);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> missing.span(document))
                .hasMessageContaining(document.id())
                .hasMessageContaining("no such words");
    }

    /** The table of the README beside the sources is compared, so that it stays true. */
    @Test
    void theReadmeTellsWhatIsInTheSample() throws IOException {
        List<String> counts = new ArrayList<>();
        counts.add("| what | number |");
        counts.add("| --- | --- |");
        counts.add("| documents | " + DOCUMENTS.size() + " |");
        counts.add("| of them relevant (grade 2 or 3) | " + relevant().count() + " |");
        counts.add("| of them coded in full | "
                + DOCUMENTS.stream().filter(d -> d.coding().coded()).count() + " |");
        counts.add("| grades | " + tally(d -> String.valueOf(d.coding().grade())) + " |");
        counts.add("| languages | " + tally(SampleDocument::language) + " |");
        counts.add("| copies | " + tally(d -> d.copy().map(Copy::role).orElse(null)) + " |");
        counts.add("| look-alikes | " + tally(d -> d.coding().nearMissOf().orElse(null)) + " |");
        counts.add("| agencies credited | "
                + tally(d -> d.coding().wire().map(Coding.Wire::agency).orElse(null)) + " |");
        counts.add("| layouts | " + tally(SampleDocument::layout) + " |");
        counts.add("| charsets | " + tally(d -> d.encoding().charset()) + " |");
        counts.add("| outlets with five documents and more | " + largeOutlets() + " |");
        String readme = new String(
                Objects.requireNonNull(SampleSourcesTest.class.getResourceAsStream("/sample/README.md"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(readme).contains(String.join("\n", counts));
    }

    private static String tally(Function<SampleDocument, String> value) {
        Map<String, Long> tally = DOCUMENTS.stream()
                .map(value)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
        return tally.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String largeOutlets() {
        return Arrays.stream(tally(SampleDocument::outlet).split(", "))
                .filter(o -> Integer.parseInt(o.substring(o.indexOf(' ') + 1)) >= 5)
                .collect(Collectors.joining(", "));
    }
}
