package org.pactlens.text;

/** How a language writes its words, as far as matching is concerned. */
enum Orthography {
    /** Words parted by blanks; nothing else particular. */
    SPACED;
}
