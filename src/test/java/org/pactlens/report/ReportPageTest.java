package org.pactlens.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    @Test
    void thePageIsWrittenForALook() throws Exception {
        Path page = Path.of("target", "report", "example.html");
        Files.createDirectories(page.getParent());
        Files.writeString(page, ReportPage.html(Examples.full()));
        Files.writeString(page.resolveSibling("empty.html"), ReportPage.html(Examples.empty()));
        assertThat(page).isNotEmptyFile();
    }
}
