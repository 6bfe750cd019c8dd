package org.pactlens.framing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pactlens.relevance.Relevance;
import org.pactlens.study.Frame;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.Span;

/**
 * Codes articles by a study: quotations and their speakers, frame hits with voice, source, target and scope, names of
 * the event, flags, labels, contexts. Built once and shared: immutable and safe for many threads. Time is linear in the
 * article's length.
 */
public final class ArticleCoder {
    private final Study study;
    private final Map<String, Frame> frames = new HashMap<>();
    private final Tongues tongues;

    private ArticleCoder(Study study) {
        this.study = study;
        for (Frame frame : study.codebook().frames()) {
            frames.put(frame.id(), frame);
        }
        tongues = new Tongues(study);
    }

    public static ArticleCoder of(Study study) {
        return new ArticleCoder(study);
    }

    /**
     * Codes one article. Quotations are found in every article of a language that the study knows; the rest only where
     * the article is relevant at all.
     *
     * @return nothing at all where the codebook does not know the language
     */
    public Coding code(Article article, Relevance relevance) {
        Tongue tongue = tongues.of(article);
        if (tongue == null) {
            return Coding.NOTHING;
        }
        List<Reading> readings = readings(article, tongue);
        List<Quotation> quotations = new ArrayList<>();
        readings.forEach(reading -> quotations.addAll(reading.quotations()));
        if (relevance.grade() == 0) {
            return new Coding(List.of(), List.of(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), quotations);
        }
        ArticleCodes codes = new ArticleCodes(tongue.lexicons());
        List<FrameHit> hits = new ArrayList<>();
        for (Reading reading : readings) {
            EventText where = new EventText(reading.passage(), study.framing(), relevance);
            codes.read(reading, where);
            hits.addAll(hits(reading, where, tongue.state(), quotations));
        }
        return new Coding(hits, codes.names(), codes.flags(), codes.labels(), codes.contexts(), quotations);
    }

    private static List<Reading> readings(Article article, Tongue tongue) {
        List<Reading> readings = new ArrayList<>();
        Passage title = tongue.read(article.title(), true);
        Mentions named = Mentions.of(title);
        readings.add(new Reading(title, named));
        Passage text = tongue.read(article.text(), false);
        readings.add(new Reading(text, Mentions.of(text, named)));
        return readings;
    }

    private List<FrameHit> hits(Reading reading, EventText where, String state, List<Quotation> quotations) {
        Passage passage = reading.passage();
        Scope scope = new Scope(passage);
        TargetFinder targets = new TargetFinder(study.framing(), passage, scope);
        List<FrameHit> hits = new ArrayList<>();
        for (FrameFinder.Hit hit : new FrameFinder(passage, frames, where, scope).hits()) {
            if (!where.at(hit.start())) {
                continue;
            }
            Reading.Voiced voiced = reading.voice(hit.start(), hit.end());
            if (targets.contradicts(hit.frame(), Groups.OUTLET.equals(voiced.group()) ? state : voiced.group())) {
                continue;
            }
            Period period = passage.periods().get(passage.periodAt(hit.start()));
            Span span = new Span(hit.start(), hit.end());
            hits.add(new FrameHit(
                    hit.frame(),
                    span,
                    passage.isTitle(),
                    passage.cut(hit.start(), hit.end()),
                    voiced.voice(),
                    voiced.group(),
                    targets.of(hit.frame(), hit.start(), hit.end(), voiced.group()),
                    holder(voiced, span, passage.isTitle(), quotations),
                    scope.negated(hit.start(), hit.end()),
                    scope.hypothetical(hit.start(), hit.end(), period)));
        }
        return hits;
    }

    /** Index of the quotation a hit has its voice from, else of the reported speech around it; -1 where there is none. */
    private static int holder(Reading.Voiced voiced, Span span, boolean inTitle, List<Quotation> quotations) {
        if (voiced.said() != null) {
            return quotations.indexOf(voiced.said());
        }
        for (int i = 0; voiced.voice() == Voice.REPORTED && i < quotations.size(); i++) {
            Quotation one = quotations.get(i);
            if (one.kind() == Quotation.Kind.INDIRECT
                    && one.inTitle() == inTitle
                    && one.span().start() <= span.start()
                    && span.end() <= one.span().end()) {
                return i;
            }
        }
        return -1;
    }
}
