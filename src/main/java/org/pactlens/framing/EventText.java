package org.pactlens.framing;

import java.util.Set;
import java.util.TreeSet;
import org.pactlens.framing.Word.Role;
import org.pactlens.study.FramingModel;
import org.pactlens.text.Span;

/** Which paragraphs of an article are about the event, so that frames apply there. */
final class EventText implements ArticleCodes.Applies {
    private final int[] starts;
    private final boolean[] about;

    /** @param grade relevance grade of the article, 1 to 3 */
    EventText(Passage passage, FramingModel model, int grade) {
        starts = new int[passage.paragraphs().size()];
        about = new boolean[starts.length];
        for (int i = 0; i < starts.length; i++) {
            Span paragraph = passage.paragraphs().get(i);
            starts[i] = paragraph.start();
            about[i] = grade == 3 || isAbout(passage, model, paragraph, grade);
        }
    }

    /** Of a mention only the paragraph that names all parties; else one that names the event or a party. */
    private static boolean isAbout(Passage passage, FramingModel model, Span paragraph, int grade) {
        Set<String> parties = new TreeSet<>();
        boolean official = false;
        for (int i = passage.firstWord(paragraph.start()); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= paragraph.end()) {
                break;
            }
            boolean who = word.role() == Role.STATE || word.role() == Role.SPEAKER || word.role() == Role.BODY;
            if (who && model.parties().containsKey(word.id())) {
                parties.add(word.id());
            }
            official |= word.role() == Role.NAME;
        }
        return grade == 1 ? parties.size() == model.parties().size() : official || !parties.isEmpty();
    }

    @Override
    public boolean at(int offset) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && about[low - 1];
    }
}
