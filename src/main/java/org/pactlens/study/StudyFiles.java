package org.pactlens.study;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of one study, wherever they lie. The edge of the program implements it for a folder and the class path. */
@FunctionalInterface
public interface StudyFiles {
    /**
     * Opens a file; the caller closes it.
     *
     * @param name path inside the study with {@code /}, such as {@code codebook/fr.yaml}
     * @return empty where there is no such file
     */
    Optional<InputStream> open(String name) throws IOException;
}
