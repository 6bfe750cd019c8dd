package org.pactlens.study;

import java.io.IOException;

/** Reads a study and checks everything in it. */
public final class StudyLoader {
    private StudyLoader() {}

    /**
     * The study in {@code files}.
     *
     * @throws StudyProblems with all problems at once
     * @throws IOException where a file cannot be read
     */
    public static Study load(StudyFiles files) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * The study that was built into the program.
     *
     * @param id folder under {@code studies/} on the class path
     */
    public static Study loadBuiltIn(String id) throws IOException {
        ClassLoader loader = StudyLoader.class.getClassLoader();
        return load(name -> java.util.Optional.ofNullable(loader.getResourceAsStream("studies/" + id + "/" + name)));
    }
}
