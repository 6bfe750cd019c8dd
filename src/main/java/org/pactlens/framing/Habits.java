package org.pactlens.framing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a language writes names and orders a sentence, as far as finding a speaker goes.
 *
 * @param subjectMarks particles behind a subject, none where order alone tells it
 * @param honorifics stand behind a name
 * @param surnames family names in a script without capitals; empty elsewhere
 * @param home source group of an office that is named without a state, or null
 */
record Habits(
        Set<Trait> traits, List<String> subjectMarks, Set<String> surnames, List<String> honorifics, String home) {

    enum Trait {
        /** No capitals to know a name by. */
        WIDE,
        /** Words are not parted by blanks. */
        UNPARTED,
        /** The word of saying stands behind what is said, its subject before. */
        VERB_LAST,
        /** The subject stands behind the word of saying. */
        VERB_FIRST,
        /** Every noun has a capital, so that one capital alone makes no name. */
        NOUNS_CAPITAL,
        /** A common noun may speak alone, and names of firms stand in marks. */
        ARTICLELESS,
        /** The verb's ending tells the person, so that pronouns are left out. */
        SUBJECT_IN_ENDING
    }

    /** Traits by language; unknown ones are read like most of those with blanks and capitals. */
    static Set<Trait> traitsOf(String language) {
        return switch (language == null ? "" : language.split("-")[0]) {
            case "ko" -> EnumSet.of(Trait.WIDE, Trait.VERB_LAST);
            case "ja" -> EnumSet.of(Trait.WIDE, Trait.UNPARTED, Trait.VERB_LAST);
            case "zh" -> EnumSet.of(Trait.WIDE, Trait.UNPARTED);
            case "tr" -> EnumSet.of(Trait.VERB_LAST);
            case "ar" -> EnumSet.of(Trait.WIDE, Trait.VERB_FIRST);
            case "ru", "uk", "be", "bg", "sr", "cs", "sk", "pl" ->
                EnumSet.of(Trait.ARTICLELESS, Trait.SUBJECT_IN_ENDING);
            case "es", "pt", "it", "ca", "ro" -> EnumSet.of(Trait.SUBJECT_IN_ENDING);
            case "de" -> EnumSet.of(Trait.NOUNS_CAPITAL);
            default -> EnumSet.noneOf(Trait.class);
        };
    }

    Habits at(String otherHome) {
        return new Habits(traits, subjectMarks, surnames, honorifics, otherHome);
    }

    boolean wide() {
        return traits.contains(Trait.WIDE);
    }

    boolean blanks() {
        return !traits.contains(Trait.UNPARTED);
    }

    boolean verbLast() {
        return traits.contains(Trait.VERB_LAST);
    }

    boolean verbFirst() {
        return traits.contains(Trait.VERB_FIRST);
    }

    boolean nounsCapital() {
        return traits.contains(Trait.NOUNS_CAPITAL);
    }

    boolean articleless() {
        return traits.contains(Trait.ARTICLELESS);
    }

    /** A verb without a subject has that of the verb before. */
    boolean dropsPronouns() {
        return verbLast() || wide() || traits.contains(Trait.SUBJECT_IN_ENDING);
    }
}
