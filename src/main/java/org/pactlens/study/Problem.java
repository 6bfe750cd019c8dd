package org.pactlens.study;

/**
 * One mistake in a study's files.
 *
 * @param file path inside the study
 * @param line counted from 1; 0 where the whole file is meant
 * @param key path of keys down to the place, such as {@code frames.THREAT.strong[3]}; empty where the whole file is meant
 * @param what what is wrong, naming the wrong value
 * @param remedy how to mend it
 */
public record Problem(String file, int line, String key, String what, String remedy) implements Comparable<Problem> {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + what + ". " + remedy
                + (remedy.endsWith("?") ? "" : ".");
    }

    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }
}
