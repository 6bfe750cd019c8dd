package org.pactlens.framing;

import java.util.List;
import java.util.Set;

/**
 * How a language writes names and orders a sentence, as far as finding a speaker goes.
 *
 * @param wide no capitals to know a name by
 * @param blanks words are parted by blanks
 * @param verbLast the word of saying stands behind what is said, its subject before
 * @param verbFirst the subject stands behind the word of saying
 * @param nounsCapital every noun has a capital, so that one capital alone makes no name
 * @param articleless has no articles, so that a common noun may speak alone, and puts names of firms in marks
 * @param subjectInEnding the verb's ending tells the person, so that pronouns are left out
 * @param subjectMarks particles behind a subject, none where order alone tells it
 * @param honorifics stand behind a name
 * @param surnames family names in a script without capitals; empty elsewhere
 */
record Habits(
        boolean wide,
        boolean blanks,
        boolean verbLast,
        boolean verbFirst,
        boolean nounsCapital,
        boolean articleless,
        boolean subjectInEnding,
        List<String> subjectMarks,
        Set<String> surnames,
        List<String> honorifics) {

    /** A verb without a subject has that of the verb before. */
    boolean dropsPronouns() {
        return verbLast || wide || articleless || subjectInEnding;
    }

    /** By language; unknown ones are read like most of those with blanks and capitals. */
    static Habits of(String language, List<String> subjectMarks, List<String> surnames, List<String> honorifics) {
        String primary = language == null ? "" : language.split("-")[0];
        Set<String> families = Set.copyOf(surnames);
        return switch (primary) {
            case "ko" -> new Habits(true, true, true, false, false, false, false, subjectMarks, families, honorifics);
            case "ja" -> new Habits(true, false, true, false, false, false, false, subjectMarks, families, honorifics);
            case "zh" -> new Habits(true, false, false, false, false, false, false, subjectMarks, families, honorifics);
            case "tr" -> new Habits(false, true, true, false, false, false, false, subjectMarks, families, honorifics);
            case "ar" -> new Habits(true, true, false, true, false, false, false, subjectMarks, families, honorifics);
            case "ru", "uk", "be", "bg", "sr", "cs", "sk", "pl" ->
                new Habits(false, true, false, false, false, true, false, subjectMarks, families, honorifics);
            case "es", "pt", "it", "ca", "ro" ->
                new Habits(false, true, false, false, false, false, true, subjectMarks, families, honorifics);
            case "de" -> new Habits(false, true, false, false, true, false, false, subjectMarks, families, honorifics);
            default -> new Habits(false, true, false, false, false, false, false, subjectMarks, families, honorifics);
        };
    }
}
