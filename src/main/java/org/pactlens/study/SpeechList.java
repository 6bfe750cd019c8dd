package org.pactlens.study;

import java.util.Locale;

/** The lists of {@code speech.yaml}: what role a word plays when a text says who said what. */
public enum SpeechList {
    /** Words of saying beside the codebook's reporting verbs. */
    SAY,
    /** Words of saying that share the subject of the main clause: "left, saying". */
    PARTICIPLE,
    /** May stand between a subject and its verb: "has", "also". */
    ADVERB,
    /** Makes a noun of the word of saying behind it: "his claims". */
    NOUN_MARK,
    /** Wishes and opinions: attribution, not speech. */
    THINK,
    /** Wishes and plans: neither speech nor report. */
    WANT,
    /** Holds a word of saying and is none. */
    NO_CUE,
    /** Joins a second verb to the subject of the first. */
    AND,
    /** Where a description begins. */
    DETERMINER,
    /** Stands before its source: "according to". */
    BY_PREFIX,
    /** Stands behind its source. */
    BY_SUFFIX,
    /** An attribution to the last speaker that needs no name: "in his view". */
    BY_OPINION,
    /** Attributes the sentence before. */
    ABOUT_THIS,
    /** Begins a complement clause. */
    THAT,
    /** What is named behind it is no subject. */
    ASIDE,
    HE,
    SHE,
    THEY,
    IT,
    /** Who speaks for the state that is named near by. */
    OFFICE,
    EXPERT,
    /** A place of learning: who belongs to one is an expert. */
    INSTITUTE,
    /** Anybody else who may speak. */
    PERSON,
    HONORIFIC,
    /** Written like names and none: days, months. */
    NO_NAME,
    /** Particle behind a subject. */
    SUBJECT_MARK,
    /** Family names of a script without capitals. */
    SURNAME,
    NOT,
    /** Wordings with a negator that deny nothing. */
    NOT_ONLY,
    HYPOTHETICAL,
    /** The outlet's distance before marks. */
    SCARE,
    /** Ends what is reported: "but". */
    CLAUSE,
    /** Begins the writer's own remark behind a comma: ", which". */
    REMARK,
    /** Joins an office to its body or name. */
    LINK,
    /** Verb forms that mark a report by themselves. */
    REPORT_MOOD;

    /** The key in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
