package org.pactlens.job;

import org.pactlens.Spelling;

/** What became of one crawl record. Exactly one fate per record; per input the fates sum to the records read. */
public enum Fate {
    /** It gave a text: a row of {@code articles}. */
    ARTICLE,
    /** It was read and holds no article: a list, a front page, a wall, an error page. */
    NO_ARTICLE,
    /** The byte screen found no required concept. */
    SCREENED_OUT,
    /** The server answered with a status other than success. */
    HTTP_ERROR,
    /** Images, styles, scripts and other payloads that hold no article. */
    OTHER_MEDIA,
    /** No payload. */
    EMPTY,
    /** A note that the page had not changed; shares its original's article where that is known. */
    REVISIT,
    /** The document could not be read: a row of {@code rejects} says why. */
    REJECTED,
    /** Requests, metadata, descriptions: no page, so no row of {@code captures}. */
    NOT_A_PAGE,
    /** The same capture was read before, from a copied or renamed file or twice in one: no second row. */
    DUPLICATE,
    /** A takedown forbids the page or outlet: no row at all. */
    TAKEN_DOWN;

    /** The value in tables. */
    public String id() {
        return Spelling.of(this);
    }
}
