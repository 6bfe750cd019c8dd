package org.pactlens.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCrawlTest {
    @TempDir
    Path folder;

    @Test
    void theSameBytesAreBuiltEachTime() throws IOException {
        SampleCrawl.write(folder.resolve("one"));
        SampleCrawl.write(folder.resolve("two"));
        for (String file : files("one")) {
            assertThat(Files.mismatch(
                            folder.resolve("one").resolve(file),
                            folder.resolve("two").resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
        assertThat(files("one")).contains("sample-00.warc.gz", "sample-01.warc.gz", "gold.jsonl");
    }

    @Test
    void twelveLanguagesAreThereAndEachDocumentIsCoded() {
        List<SampleDocument> documents = SampleSources.documents();
        assertThat(documents.stream().map(d -> d.language().substring(0, 2)).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("en", "ru", "uk", "ko", "zh", "ja", "es", "fr", "de", "ar", "tr", "vi");
        // The builder stops where a wording of the gold is not in its document.
        assertThat(SampleGold.lines(documents)).hasSameSizeAs(documents);
        assertThat(documents.stream().map(SampleDocument::url)).doesNotHaveDuplicates();
    }

    @Test
    void outletsAreInvented() {
        assertThat(SampleSources.documents()).allMatch(d -> d.outlet().endsWith(".example"));
    }

    private List<String> files(String build) throws IOException {
        Path root = folder.resolve(build);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> root.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }
}
