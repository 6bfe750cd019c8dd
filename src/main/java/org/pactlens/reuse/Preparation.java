package org.pactlens.reuse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pactlens.study.Agency;
import org.pactlens.study.Study;
import org.pactlens.text.Article;
import org.pactlens.text.Span;

/** Makes single articles ready for comparison. Immutable; time is linear in the article's length. */
public final class Preparation {
    /** Lines below so many words are headlines, captions, credits, teasers. */
    private static final int SHORT_LINE = 8;

    private final AgencyCredits credits;
    private final Map<String, String> agencyOfDomain = new HashMap<>();
    private final Map<String, String> agencyOfLabel = new HashMap<>();

    private Preparation(Study study) {
        this.credits = AgencyCredits.of(study);
        for (Agency agency : study.agencies().all()) {
            agencyOfLabel.put(agency.id().toLowerCase(Locale.ROOT), agency.id());
            for (String domain : agency.domains()) {
                agencyOfDomain.put(domain, agency.id());
                agencyOfLabel.putIfAbsent(label(domain), agency.id());
            }
        }
    }

    public static Preparation of(Study study) {
        return new Preparation(study);
    }

    /**
     * @param id unique in the corpus
     * @param quotations what stands in marks in the article's text, as far as it is known; other text between marks is
     *     found here
     */
    public Prepared prepare(String id, Article article, List<Quoted> quotations) {
        String text = article.text();
        Tokens tokens = Tokens.of(text, article.language());
        int[] starts = tokens.starts();
        BitSet marked = MarkedText.of(text);
        List<Prepared.Saying> sayings = new ArrayList<>();
        for (Quoted quotation : quotations) {
            Span span = quotation.span();
            marked.set(span.start(), span.end());
            int from = first(starts, span.start());
            int to = first(starts, span.end());
            if (to > from) {
                sayings.add(new Prepared.Saying(from, to, quotation.speaker()));
            }
        }
        BitSet quoted = new BitSet(starts.length);
        for (int i = 0; i < starts.length; i++) {
            quoted.set(i, marked.get(starts[i]));
        }
        Facts facts = Facts.of(text);
        Prepared plain = new Prepared(
                id,
                article.outlet(),
                article.language(),
                article.publishedAt(),
                article.publishedDate(),
                credits.find(article),
                agencyOf(article.outlet()),
                tokens.words(),
                tokens.lengths(),
                tokens.blocks(),
                quoted,
                new BitSet(),
                tokens.isUnspaced(),
                facts.names(),
                facts.numbers(),
                List.copyOf(sayings));
        return plain.hiding(shortLines(plain));
    }

    /** The agency whose site an outlet is: by domain, or by the name in front of another ending of the domain. */
    private String agencyOf(String outlet) {
        if (outlet == null) {
            return null;
        }
        String exact = agencyOfDomain.get(outlet);
        return exact != null ? exact : agencyOfLabel.get(label(outlet));
    }

    private static String label(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    private static BitSet shortLines(Prepared article) {
        BitSet hidden = new BitSet();
        int least = article.scaled(SHORT_LINE);
        Blocks.each(article, (from, to) -> hidden.set(from, to, to - from < least));
        return hidden;
    }

    /** Index of the first word that starts at or after an offset. */
    private static int first(int[] starts, int offset) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
