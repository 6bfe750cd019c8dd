package org.pactlens.extract;

/** What a subtree is by its tag, role or class words. Combined as bits: {@link #bit}. */
enum Mark {
    BODY,
    ARTICLE,
    MAIN,
    COMMENT,
    RELATED,
    SHARE,
    CONSENT,
    ADVERT,
    SIGNUP,
    MENU,
    CAPTION,
    BYLINE,
    HIDDEN,
    SIDE,
    PAYWALL,
    HEADER,
    TABLE,
    LIST,
    QUOTE,
    FIGURE;

    final int bit = 1 << ordinal();

    /** Marks that take a subtree out of the text unless it holds most of the page's prose. */
    static final int JUNK = COMMENT.bit
            | RELATED.bit
            | SHARE.bit
            | CONSENT.bit
            | ADVERT.bit
            | SIGNUP.bit
            | MENU.bit
            | CAPTION.bit
            | BYLINE.bit
            | HIDDEN.bit
            | SIDE.bit;
}
