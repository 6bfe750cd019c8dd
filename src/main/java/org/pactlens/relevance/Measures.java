package org.pactlens.relevance;

import java.util.List;
import org.pactlens.relevance.Relevance.Feature;
import org.pactlens.study.RelevanceModel;

/** The numbers that the score is a function of. All grow with relevance but {@code rival}. */
final class Measures {
    static final List<String> NAMES = List.of("best", "mass", "share", "title", "lead", "follow", "rival");

    private static final int LEAD_SENTENCES = 3;
    private static final int FOLLOWS = 4;

    double best;
    double mass;
    double share;
    double title;
    double lead;
    double follow;
    double rival;

    Measures(List<Passage> title, List<Passage> text, long allRequired) {
        double sum = 0;
        double rivals = 0;
        double counted = 0;
        int follows = 0;
        int since = FOLLOWS + 1;
        for (int i = 0; i < text.size(); i++) {
            Passage passage = text.get(i);
            double strength = passage.strength(allRequired);
            best = Math.max(best, strength);
            sum += strength;
            counted += Math.min(1, strength);
            if (i < LEAD_SENTENCES) {
                lead = Math.max(lead, strength);
            }
            boolean full = strength > 0 && !passage.contested;
            since = full ? 0 : since + 1;
            boolean speaks = passage.namesAct() || passage.marks != 0;
            if (!full && speaks && !passage.contested && since <= FOLLOWS) {
                follows++;
                counted += 0.5;
            }
            if (passage.contested && passage.namesAct()) {
                rivals++;
            }
        }
        long lead = text.isEmpty() ? 0 : text.get(0).around;
        for (Passage passage : title) {
            passage.around |= lead;
            this.title = Math.max(this.title, passage.strength(allRequired));
            rivals += passage.contested && passage.namesAct() ? 2 : 0;
            sum += passage.strength(allRequired);
        }
        best = Math.max(best, this.title);
        mass = Math.log1p(sum);
        share = text.isEmpty() ? 0 : Math.min(1, counted / text.size());
        follow = Math.log1p(follows);
        rival = rivals == 0 ? 0 : rivals / (rivals + sum);
    }

    /** In the order of {@link #NAMES}. */
    List<Feature> features() {
        return List.of(
                new Feature("best", best),
                new Feature("mass", mass),
                new Feature("share", share),
                new Feature("title", title),
                new Feature("lead", lead),
                new Feature("follow", follow),
                new Feature("rival", rival));
    }

    double logOdds(RelevanceModel model) {
        double sum = model.bias();
        for (Feature feature : features()) {
            sum += model.weights().getOrDefault(feature.name(), 0.0) * feature.value();
        }
        return sum;
    }
}
