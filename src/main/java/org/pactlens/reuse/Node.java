package org.pactlens.reuse;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the making of families needs to know of an article.
 *
 * @param publishedAt instant of publication, or null
 * @param publishedDate local day of publication, or null
 * @param credited agencies that the article credits with its text
 * @param agency the agency whose own page this is, or null
 */
public record Node(String id, Instant publishedAt, LocalDate publishedDate, List<String> credited, String agency)
        implements Serializable {
    public Node {
        credited = List.copyOf(credited);
    }

    public static Node of(Prepared article) {
        return new Node(
                article.id(),
                article.publishedAt(),
                article.publishedDate(),
                article.credit().agencies(),
                article.agency());
    }

    /** When it was published; null where nothing is known. */
    Moment moment() {
        return Moment.of(publishedAt, publishedDate);
    }

    /** The middle of the time in which it was published, or null. */
    Instant middle() {
        Moment moment = moment();
        return moment == null ? null : moment.middle();
    }
}
