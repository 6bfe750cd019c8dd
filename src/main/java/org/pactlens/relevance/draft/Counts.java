package org.pactlens.relevance.draft;

/**
 * In how many documents of one language a term was found.
 *
 * @param seeds of the seeds
 * @param ofSeeds all seeds
 * @param against of the documents held against them
 * @param ofAgainst all such documents
 */
record Counts(int seeds, int ofSeeds, int against, int ofAgainst) {
    /**
     * How much a document that holds the term is likelier to be of the seeds' kind, as log odds: the relevance weight of
     * Robertson and Spärck Jones (1976, Relevance weighting of search terms, JASIS 27:129-146), half a document added to
     * each count.
     */
    double weight() {
        return logOdds(seeds, ofSeeds) - logOdds(against, ofAgainst);
    }

    /** By what a study gains from a term: its weight by how often it is met (Robertson 1990, J. Documentation 46:359). */
    double gain() {
        return weight() * seeds / ofSeeds;
    }

    private static double logOdds(int with, int all) {
        return Math.log((with + 0.5) / (all - with + 0.5));
    }

    double shareOfSeeds() {
        return (double) seeds / Math.max(1, ofSeeds);
    }

    double shareAgainst() {
        return (double) against / Math.max(1, ofAgainst);
    }

    /** The same with seeds and contrast changed. */
    Counts turned() {
        return new Counts(against, ofAgainst, seeds, ofSeeds);
    }
}
