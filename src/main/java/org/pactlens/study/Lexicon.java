package org.pactlens.study;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The words of one language. All lists hold terms in the language of {@link org.pactlens.text.TermMatcher}; maps keep
 * the order of the file.
 *
 * @param frames by frame id, one for each frame
 * @param contextSets by set id: words that a weak term needs beside it
 * @param names by class id (such as {@code neutral}): forms of the event's name
 * @param flags by flag group, then by flag
 * @param labels by label list, then by label id
 * @param contexts by context id: things an article may mention
 * @param hedging markers that weaken a claim
 * @param reportingVerbs by stance: words of saying
 * @param negators words that deny what follows or precedes, as the language has it
 * @param falseNegators wordings that hold a negator and deny nothing ("not only")
 * @param hypothetical markers of condition, forecast and question
 * @param distancing words before marks that make them scare quotes ("so-called")
 */
public record Lexicon(
        String language,
        Map<String, FrameTerms> frames,
        Map<String, List<String>> contextSets,
        Map<String, List<String>> names,
        Map<String, Map<String, List<String>>> flags,
        Map<String, Map<String, List<String>>> labels,
        Map<String, List<String>> contexts,
        List<String> hedging,
        Map<String, List<String>> reportingVerbs,
        List<String> negators,
        List<String> falseNegators,
        List<String> hypothetical,
        List<String> distancing,
        QuotationMarks quotationMarks)
        implements Serializable {

    /**
     * The words of one frame.
     *
     * @param strong enough alone
     * @param weak a hit only with a term of the frame's context sets in the same sentence
     * @param exclude voids overlapping hits of the frame
     */
    public record FrameTerms(List<String> strong, List<String> weak, List<String> exclude) implements Serializable {
        public FrameTerms {
            strong = List.copyOf(strong);
            weak = List.copyOf(weak);
            exclude = List.copyOf(exclude);
        }
    }
}
