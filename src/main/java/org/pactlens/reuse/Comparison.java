package org.pactlens.reuse;

import java.time.Duration;
import java.util.Optional;
import org.pactlens.study.Settings;

/** Compares two articles word by word and says how they are linked. Linear in the lengths. */
public final class Comparison {
    /** Unmasked words that must agree until two articles are said to share text. */
    private static final int FEWEST_WORDS = 20;
    /** Words of quotations that must agree until two articles are said to share them. */
    private static final int FEWEST_QUOTED = 12;

    private final Settings.Reuse settings;

    private Comparison(Settings.Reuse settings) {
        this.settings = settings;
    }

    public static Comparison of(Settings.Reuse settings) {
        return new Comparison(settings);
    }

    /** The link of two articles, whichever is given first; empty where they share nothing that counts. */
    public Optional<Link> verify(Prepared one, Prepared other) {
        Prepared a = comesFirst(other, one) ? other : one;
        Prepared b = a == one ? other : one;
        Alignment alignment = Alignment.of(a, b);
        Overlap overlap = new Overlap(a, b, alignment);
        Link.Kind kind = kind(a, b, overlap);
        if (kind == null) {
            return Optional.empty();
        }
        boolean credit = credits(a, b) || credits(b, a);
        boolean text = kind == Link.Kind.COPY || kind == Link.Kind.PASSAGE || kind == Link.Kind.QUOTATIONS;
        return Optional.of(new Link(
                a.id(),
                b.id(),
                kind,
                overlap.words(),
                overlap.chars(),
                overlap.shareOfA(),
                overlap.shareOfB(),
                overlap.quoted(),
                direction(a, b),
                lag(a, b),
                credit ? text ? Link.Basis.BOTH : Link.Basis.CREDIT : Link.Basis.TEXT));
    }

    private Link.Kind kind(Prepared a, Prepared b, Overlap overlap) {
        if (overlap.words() >= a.scaled(FEWEST_WORDS)) {
            if (overlap.shorterShare() >= settings.familyShorterShare()
                    && overlap.longerShare() >= settings.familyLongerShare()) {
                return Link.Kind.COPY;
            }
            return Retelling.isRewrite(a, b, overlap) ? Link.Kind.REWRITE : Link.Kind.PASSAGE;
        }
        if (Retelling.isRewrite(a, b, overlap)) {
            return Link.Kind.REWRITE;
        }
        if (overlap.quoted() >= a.scaled(FEWEST_QUOTED)) {
            return Link.Kind.QUOTATIONS;
        }
        return Retelling.isTranslation(a, b) ? Link.Kind.TRANSLATION : null;
    }

    /** Whether {@code copy} credits the agency whose own page {@code page} is. */
    static boolean credits(Prepared copy, Prepared page) {
        return page.agency() != null
                && !page.agency().equals(copy.agency())
                && copy.credit().agencies().contains(page.agency());
    }

    private static Link.Direction direction(Prepared a, Prepared b) {
        if (credits(b, a)) {
            return Link.Direction.CREDIT;
        }
        boolean ordered = a.publishedAt() != null
                && b.publishedAt() != null
                && a.publishedAt().isBefore(b.publishedAt());
        return ordered ? Link.Direction.TIME : Link.Direction.UNKNOWN;
    }

    private static boolean comesFirst(Prepared a, Prepared b) {
        if (credits(a, b) != credits(b, a)) {
            return credits(b, a);
        }
        if (a.publishedAt() != null
                && b.publishedAt() != null
                && !a.publishedAt().equals(b.publishedAt())) {
            return a.publishedAt().isBefore(b.publishedAt());
        }
        return a.id().compareTo(b.id()) < 0;
    }

    private static Long lag(Prepared a, Prepared b) {
        return a.publishedAt() == null || b.publishedAt() == null
                ? null
                : Duration.between(a.publishedAt(), b.publishedAt()).toSeconds();
    }
}
