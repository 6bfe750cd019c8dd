package org.pactlens.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.pactlens.UserError;
import org.pactlens.study.Study;
import org.pactlens.study.StudyFiles;
import org.pactlens.study.StudyLoader;
import picocli.CommandLine.Option;

/** {@code --study}: which study to work by. */
final class StudyOption {
    @Option(
            names = "--study",
            paramLabel = "DIR",
            description = "Folder of the study; the one built into the program where it is left out.")
    private Path folder;

    Study load() {
        try {
            return StudyLoader.load(files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the study. */
    StudyFiles files() {
        if (folder == null) {
            return StudyLoader.builtIn(builtIn());
        }
        if (!Files.isDirectory(folder)) {
            throw UserError.of(
                    "--study " + folder,
                    Files.exists(folder) ? "it is a file" : "there is no such folder",
                    "Name the folder that holds study.yaml.");
        }
        return name -> {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        };
    }

    /** How messages call it. */
    String place() {
        return folder == null ? "the built-in study " + builtIn() : folder.toString();
    }

    /** The id of the study that is built into the program. */
    private static String builtIn() {
        Properties settings = new Properties();
        try (InputStream in = StudyOption.class.getResourceAsStream("/pactlens.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty("study");
    }
}
