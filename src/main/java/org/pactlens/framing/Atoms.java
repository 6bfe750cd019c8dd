package org.pactlens.framing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pactlens.framing.Word.Role;

/** Finds the pieces of mentions: listed words, and generic names by their capitals or by an office beside them. */
final class Atoms {
    private static final int LONGEST_NAME_WORDS = 6;
    private static final int LONGEST_WIDE_NAME = 5;

    /** What a word with a capital may be instead of a name. */
    private static final Set<Role> NO_NAMES = EnumSet.of(
            Role.ASIDE,
            Role.THAT,
            Role.CLAUSE,
            Role.LINK,
            Role.NOT,
            Role.HYPOTHETICAL,
            Role.SAY,
            Role.BY_PREFIX,
            Role.BY_OPINION,
            Role.NO_NAME,
            Role.ADVERB);

    private final Passage passage;
    private final int[] chars;
    private final Set<String> lowerCased = new HashSet<>();
    private final Set<String> capitalInside = new HashSet<>();

    /** Words of the names of listed persons, so that a surname alone is known where capitals tell nothing. */
    private final Set<String> personal = new HashSet<>();

    Atoms(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
        if (!passage.habits().wide()) {
            readCapitals();
            for (Word word : passage.words()) {
                if (word.role() == Role.SPEAKER) {
                    personal.addAll(
                            List.of(passage.cut(word.start(), word.end()).split("[ \u00a0]+")));
                }
            }
        }
    }

    /** Remembers which words the passage writes with a small letter, and which with a capital inside a sentence. */
    private void readCapitals() {
        for (Period period : passage.periods()) {
            boolean first = true;
            for (int at = period.start(); at < period.end(); ) {
                int end = wordEnd(at, period.end());
                if (end == at) {
                    at++;
                    continue;
                }
                String word = passage.cut(at, end);
                if (Character.isLowerCase(chars[at])) {
                    lowerCased.add(word);
                } else if (Character.isUpperCase(chars[at]) && !first && !behindEnd(at)) {
                    capitalInside.add(word);
                }
                first = false;
                at = end;
            }
        }
    }

    private boolean behindEnd(int at) {
        int i = at - 1;
        while (i >= 0 && (Marks.isBlank(chars[i]) || "\"“„«'‘".indexOf(chars[i]) >= 0)) {
            i--;
        }
        return i < 0 || Periods.isEnd(chars[i]) || chars[i] == ':' || chars[i] == '\n';
    }

    int wordEnd(int from, int to) {
        int at = from;
        while (at < to
                && (Character.isLetterOrDigit(chars[at])
                        || Character.getType(chars[at]) == Character.NON_SPACING_MARK
                        || at > from
                                && at + 1 < to
                                && isInner(chars[at])
                                && Character.isLetterOrDigit(chars[at + 1]))) {
            at++;
        }
        return at;
    }

    private static boolean isInner(int c) {
        return c == '-' || c == '\'' || c == '’' || c == 'ʼ';
    }

    /** The pieces in a period, in text order, none overlapping. */
    List<Atom> in(Period period) {
        List<Atom> listed = listed(period);
        List<Atom> all = new ArrayList<>(listed);
        if (passage.habits().wide()) {
            addWideNames(all, listed, period);
        } else {
            addCapitals(all, listed, period);
        }
        all.sort(Comparator.comparingInt(Atom::start));
        return all;
    }

    private List<Atom> listed(Period period) {
        List<Atom> atoms = new ArrayList<>();
        for (int i = passage.firstWord(period.start()); i < passage.words().size(); i++) {
            Word word = passage.words().get(i);
            if (word.start() >= period.end()) {
                break;
            }
            Atom.Sort sort = sortOf(word);
            if (sort == null || passage.markAt(word.start()) >= 0) {
                continue;
            }
            Atom atom = new Atom(sort, groupOf(word), nameOf(word), word.start(), word.end());
            Atom last = atoms.isEmpty() ? null : atoms.get(atoms.size() - 1);
            if (last == null || last.end() <= atom.start()) {
                atoms.add(atom);
            } else if (atom.length() > last.length()
                    || atom.length() == last.length()
                            && atom.sort().ordinal() < last.sort().ordinal()) {
                atoms.set(atoms.size() - 1, atom);
            }
        }
        return atoms;
    }

    private static Atom.Sort sortOf(Word word) {
        return switch (word.role()) {
            case SPEAKER -> Atom.Sort.SPEAKER;
            case BODY -> Groups.EXPERT.equals(word.id()) ? Atom.Sort.EXPERT : Atom.Sort.BODY;
            case STATE -> Atom.Sort.STATE;
            case OFFICE -> Atom.Sort.OFFICE;
            case EXPERT -> Atom.Sort.EXPERT;
            case PERSON -> Atom.Sort.PERSON;
            case HE, SHE -> Atom.Sort.HE;
            case THEY -> Atom.Sort.THEY;
            case IT -> Atom.Sort.IT;
            default -> null;
        };
    }

    private static String groupOf(Word word) {
        return switch (word.role()) {
            case SPEAKER, BODY, STATE -> word.id();
            case EXPERT -> Groups.EXPERT;
            case PERSON -> Groups.OTHER;
            default -> null;
        };
    }

    private String nameOf(Word word) {
        return word.role() == Role.SPEAKER ? word.detail() : passage.cut(word.start(), word.end());
    }

    /** Runs of words with capitals that no listed word covers. */
    private void addCapitals(List<Atom> all, List<Atom> listed, Period period) {
        int next = 0;
        boolean first = true;
        for (int at = period.start(); at < period.end(); ) {
            while (next < listed.size() && listed.get(next).end() <= at) {
                next++;
            }
            int mark = passage.markAt(at);
            if (mark >= 0) {
                at = passage.marked().get(mark).to();
                first = false;
                continue;
            }
            if (next < listed.size() && listed.get(next).start() <= at) {
                at = listed.get(next).end();
                first = false;
                continue;
            }
            int limit = next < listed.size() ? Math.min(listed.get(next).start(), period.end()) : period.end();
            int end = wordEnd(at, limit);
            if (end == at) {
                at++;
                continue;
            }
            if (Character.isUpperCase(chars[at])) {
                int runEnd = runEnd(at, end, limit);
                addRun(all, at, end, runEnd, first || behindEnd(at));
                end = runEnd;
            }
            first = false;
            at = end;
        }
    }

    private int runEnd(int from, int firstEnd, int limit) {
        int end = firstEnd;
        for (int words = 1; words < LONGEST_NAME_WORDS; words++) {
            int next = end;
            if (next < limit && chars[next] == '.' && isClipped(wordStart(end, from), end)) {
                next++;
            }
            int blanks = 0;
            while (next < limit && chars[next] == ' ' || next < limit && chars[next] == '\u00a0') {
                next++;
                blanks++;
            }
            if (blanks != 1 || next >= limit || passage.markAt(next) >= 0 || !Character.isUpperCase(chars[next])) {
                break;
            }
            end = wordEnd(next, limit);
        }
        return end;
    }

    /** An initial or an honorific, which a stop may follow inside a name. */
    private boolean isClipped(int from, int end) {
        return end - from == 1 || passage.has(Role.HONORIFIC, from, end + 1);
    }

    private int wordStart(int end, int from) {
        int at = end;
        while (at > from && Character.isLetterOrDigit(chars[at - 1])) {
            at--;
        }
        return at;
    }

    private void addRun(List<Atom> all, int from, int firstEnd, int to, boolean sentenceStart) {
        int start = from;
        if (sentenceStart
                && (isCommon(from, firstEnd)
                        || firstEnd == to && !isPersonal(from, firstEnd) && !mayBeName(from, firstEnd))) {
            start = firstEnd;
            while (start < to && !Character.isLetterOrDigit(chars[start])) {
                start++;
            }
        }
        if (start >= to || passage.has(Role.NO_NAME, start, to) && singleWord(start, to)) {
            return;
        }
        int end = withoutPossessive(start, withoutNoName(start, to));
        boolean bracketed = start > 0 && chars[start - 1] == '(';
        boolean initialed = end - start > 2 && chars[start + 1] == '-';
        if (end - start < 2
                || bracketed
                || initialed
                || passage.habits().nounsCapital() && singleWord(start, end) && !isPersonal(start, end)) {
            return;
        }
        all.add(new Atom(Atom.Sort.NAME, null, passage.cut(start, end), start, end));
    }

    private boolean isPersonal(int from, int to) {
        return personal.contains(passage.cut(from, to));
    }

    /** "Lee Wednesday": a day behind a name is none of it. */
    private int withoutNoName(int from, int to) {
        int last = wordStart(to, from);
        return last - from > 1 && passage.has(Role.NO_NAME, last, to) ? last - 1 : to;
    }

    private boolean singleWord(int from, int to) {
        return wordEnd(from, to) == to;
    }

    private int withoutPossessive(int from, int to) {
        boolean possessive = to - from > 2
                && (chars[to - 2] == '\'' || chars[to - 2] == '’')
                && (chars[to - 1] == 's' || chars[to - 1] == 'S');
        return possessive ? to - 2 : to;
    }

    /** A word that the passage also writes small, or that is listed as another kind of word. */
    private boolean isCommon(int from, int to) {
        String small = passage.cut(from, to).toLowerCase(java.util.Locale.ROOT);
        if (lowerCased.contains(small)) {
            return true;
        }
        return passage.wordOver(NO_NAMES, from, to) != null;
    }

    /** A single capital at a sentence's start is a name where it has one elsewhere or a word of saying follows. */
    private boolean mayBeName(int from, int to) {
        int next = to;
        while (next < chars.length && chars[next] == ' ') {
            next++;
        }
        String word = passage.cut(from, withoutPossessive(from, to));
        if (capitalInside.contains(word)
                || capitalInside.contains(word + "'s")
                || capitalInside.contains(word + "’s")) {
            return true;
        }
        for (int i = passage.firstWord(next); i < passage.words().size(); i++) {
            if (passage.words().get(i).start() > next) {
                return false;
            }
            if (passage.words().get(i).role() == Role.SAY) {
                return true;
            }
        }
        return false;
    }

    /** In scripts without capitals: the word before an office or an honorific, where nothing listed covers it. */
    private void addWideNames(List<Atom> all, List<Atom> listed, Period period) {
        int floor = period.start();
        for (Atom atom : listed) {
            boolean described = atom.sort() == Atom.Sort.OFFICE || atom.sort() == Atom.Sort.EXPERT;
            if (described && !passage.habits().surnames().isEmpty()) {
                addNameBefore(all, floor, atom.start());
            }
            floor = atom.end();
        }
        for (Word word : passage.words(Role.HONORIFIC, period.start(), period.end())) {
            if (passage.markAt(word.start()) < 0
                    && listed.stream().noneMatch(a -> a.end() > word.start() - 1 && a.start() < word.end())) {
                addNameBefore(all, period.start(), word.start());
            }
        }
    }

    private void addNameBefore(List<Atom> all, int floor, int end) {
        int to = end;
        while (passage.habits().blanks() && to > floor && chars[to - 1] == ' ') {
            to--;
        }
        int from = to;
        while (from > floor && isNameLetter(chars[from - 1]) && to - from <= LONGEST_WIDE_NAME) {
            from--;
        }
        int length = to - from;
        boolean whole = from <= floor || !Character.isLetter(chars[from - 1]);
        int start = from;
        if (length >= 2
                && length <= LONGEST_WIDE_NAME
                && whole
                && isSurname(start)
                && passage.markAt(start) < 0
                && all.stream().noneMatch(a -> a.start() < end && a.end() > start)) {
            all.add(new Atom(Atom.Sort.NAME, null, passage.cut(from, to), from, to));
        }
    }

    private boolean isSurname(int at) {
        return passage.habits().surnames().isEmpty()
                || passage.habits().surnames().contains(passage.cut(at, at + 1));
    }

    private boolean isNameLetter(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.HANGUL
                || c == '・'
                || c == '·';
    }
}
