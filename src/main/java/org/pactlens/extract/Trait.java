package org.pactlens.extract;

import java.util.stream.Stream;

/**
 * What is known of a block before anything is decided: each is 0..1, most are 0 or 1. The order is that of the arrays; the
 * names are those of {@code body-model.tsv}.
 */
enum Trait {
    ALWAYS,
    /** Weighted characters: below 12, 30, 70, 160, or more. */
    TINY,
    SHORT,
    LINE,
    MEDIUM,
    LONG,
    SENTENCE,
    SENTENCE_LONG,
    LINK_SHARE,
    ALL_LINK,
    SOME_LINK,
    HEADING,
    HEADING_TOP,
    HEADING_LINKED,
    BOLD,
    COMMAS,
    DIGITS,
    SIGNS,
    /** Holds a sign of rights: an imprint, a credit. */
    RIGHTS,
    /** Ends with an ellipsis: the rest is on another page. */
    CUT_OFF,
    IN_P,
    IN_LI,
    IN_CELL,
    IN_DIV,
    LOOSE,
    PHRASE,
    /** Stands on the page before, or three times and more. */
    REPEAT,
    RECURS,
    TITLE,
    /** Marks of the block's region or of those above it. */
    MARK_BODY,
    MARK_ARTICLE,
    MARK_MAIN,
    MARK_COMMENT,
    MARK_RELATED,
    MARK_SHARE,
    MARK_CONSENT,
    MARK_ADVERT,
    MARK_SIGNUP,
    MARK_MENU,
    MARK_CAPTION,
    MARK_BYLINE,
    MARK_HIDDEN,
    MARK_SIDE,
    MARK_PAYWALL,
    MARK_HEADER,
    MARK_TABLE,
    MARK_LIST,
    MARK_QUOTE,
    MARK_FIGURE,
    /** Neighbours in page order. */
    BEFORE_PROSE,
    BEFORE_LINK,
    BEFORE_HEADING,
    AFTER_PROSE,
    AFTER_LINK,
    AFTER_HEADING,
    NEAR_PROSE,
    NEAR_LINKS,
    /** The regions around it. */
    PARENT_LINKS,
    PARENT_PROSE,
    OUTER_LINKS,
    OUTER_PROSE,
    PATH_PROSE,
    PATH_LINKS,
    PATH_ALONE,
    /** Of prose, the share of blocks under its tag path that follow a line of links: teasers below their headlines. */
    PATH_TEASERS,
    /** Where it stands. */
    ABOVE_TITLE,
    BELOW_TITLE,
    JUST_BELOW_TITLE,
    NO_TITLE,
    PAGE_PLACE,
    NO_PROSE_YET,
    PROSE_PLACE,
    PROSE_OVER,
    /** Whether the page's own statements bear it out. */
    STATED,
    NOT_STATED,
    DESCRIBED,
    /** Names one of the authors that the page's head states: a byline, or a note about the author. */
    AUTHOR;

    static final int COUNT = values().length;
    /** By {@link Mark}, the trait of its name. */
    private static final Trait[] MARKS =
            Stream.of(Mark.values()).map(m -> valueOf("MARK_" + m.name())).toArray(Trait[]::new);

    static Trait of(Mark mark) {
        return MARKS[mark.ordinal()];
    }
}
