package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.framing.Word.Role;
import org.pactlens.study.Codebook;
import org.pactlens.study.FramingModel;
import org.pactlens.study.Lexicon;
import org.pactlens.study.Speaker;
import org.pactlens.study.SpeechList;
import org.pactlens.study.Study;
import org.pactlens.text.FoldedText;
import org.pactlens.text.TermMatcher;

/** All terms of one language in one matcher, so that a text is read once. */
final class Vocabulary {
    private record Entry(Role role, String id, String detail) {}

    private final String language;
    private final List<Entry> entries;
    private final TermMatcher matcher;

    private Vocabulary(String language, List<Entry> entries, List<String> terms) {
        this.language = language;
        this.entries = entries;
        this.matcher = TermMatcher.compile(terms, language);
    }

    /** Collects terms with their roles. */
    private static final class Collector {
        private final List<Entry> entries = new ArrayList<>();
        private final List<String> terms = new ArrayList<>();

        void add(Role role, String id, String detail, List<String> more) {
            for (String term : more) {
                entries.add(new Entry(role, id, detail));
                terms.add(term);
            }
        }
    }

    /** @param lexicons those that a text in {@code language} is read with */
    static Vocabulary of(Study study, String language, List<Lexicon> lexicons) {
        Collector all = new Collector();
        for (Lexicon lexicon : lexicons) {
            addLexicon(all, lexicon);
            addSpeech(all, study, lexicon.language());
            addWho(all, study.codebook(), study.framing(), lexicon.language());
        }
        return new Vocabulary(language, List.copyOf(all.entries), all.terms);
    }

    /** Words of saying and nothing else, for a language without a codebook. */
    static Vocabulary ofSpeech(Study study, String language) {
        Collector all = new Collector();
        addSpeech(all, study, language);
        return new Vocabulary(language, List.copyOf(all.entries), all.terms);
    }

    private static void addLexicon(Collector all, Lexicon lexicon) {
        lexicon.frames().forEach((frame, terms) -> {
            all.add(Role.STRONG, frame, "", terms.strong());
            all.add(Role.WEAK, frame, "", terms.weak());
            all.add(Role.EXCLUDE, frame, "", terms.exclude());
        });
        lexicon.contextSets().forEach((set, terms) -> all.add(Role.CONTEXT_SET, set, "", terms));
        lexicon.names().forEach((nameClass, terms) -> all.add(Role.NAME, nameClass, "", terms));
        lexicon.flags()
                .forEach((group, flags) -> flags.forEach((flag, terms) -> all.add(Role.FLAG, group, flag, terms)));
        lexicon.labels()
                .forEach((list, labels) -> labels.forEach((label, terms) -> all.add(Role.LABEL, list, label, terms)));
        lexicon.contexts().forEach((context, terms) -> all.add(Role.CONTEXT, context, "", terms));
        lexicon.reportingVerbs().values().forEach(terms -> all.add(Role.SAY, "", "", terms));
        all.add(Role.NOT, "", "", lexicon.negators());
        all.add(Role.NOT_ONLY, "", "", lexicon.falseNegators());
        all.add(Role.HYPOTHETICAL, "", "", lexicon.hypothetical());
        all.add(Role.SCARE, "", "", lexicon.distancing());
    }

    private static void addSpeech(Collector all, Study study, String language) {
        for (SpeechList list : SpeechList.values()) {
            if (list == SpeechList.SUBJECT_MARK || list == SpeechList.SURNAME) {
                continue;
            }
            all.add(Role.valueOf(list.name()), "", "", study.speech().of(language, list));
            if (list == SpeechList.PARTICIPLE) {
                all.add(Role.SAY, "", "", study.speech().of(language, list));
            }
        }
    }

    private static void addWho(Collector all, Codebook codebook, FramingModel model, String language) {
        for (Speaker speaker : codebook.speakers()) {
            all.add(
                    Role.SPEAKER,
                    speaker.group(),
                    speaker.name(),
                    speaker.names().getOrDefault(language, List.of()));
        }
        codebook.offices()
                .forEach((group, terms) -> all.add(Role.BODY, group, "", terms.getOrDefault(language, List.of())));
        model.states()
                .forEach((group, terms) -> all.add(Role.STATE, group, "", terms.getOrDefault(language, List.of())));
        all.add(Role.PAPER, "", "", model.papers().getOrDefault(language, List.of()));
        model.targets()
                .forEach((frame, rule) -> rule.words()
                        .forEach((target, terms) ->
                                all.add(Role.TARGET, frame, target, terms.getOrDefault(language, List.of()))));
    }

    /** All terms in the text, by start, the longer first. */
    List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        for (TermMatcher.Match match : matcher.matches(FoldedText.of(text, language))) {
            Entry entry = entries.get(match.term());
            words.add(new Word(
                    entry.role(),
                    entry.id(),
                    entry.detail(),
                    match.span().start(),
                    match.span().end()));
        }
        return words;
    }
}
