package org.pactlens.framing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pactlens.framing.Word.Role;

/**
 * Who is named in a passage outside quotation marks, in text order. Neighbouring pieces make one mention: "ministry
 * spokesperson Ann Lee" is Ann Lee, "Ann Lee's spokesman" is the spokesman. A part of a name stands for the last whole
 * name that holds it.
 */
final class Mentions {
    private static final int MODIFIERS = 3;
    private static final int LONGEST_GAP = 24;
    private static final int LONGEST_APPOSITION = 120;
    private static final int DESCRIPTION_WORDS = 4;
    private static final int FARTHEST_CLAUSE = 120;

    private static final Set<Role> FUNCTIONS = EnumSet.of(
            Role.LINK,
            Role.SAY,
            Role.THINK,
            Role.ASIDE,
            Role.THAT,
            Role.CLAUSE,
            Role.BY_PREFIX,
            Role.BY_SUFFIX,
            Role.NOT);

    private final Passage passage;
    private final int[] chars;
    private final Atoms atoms;
    private final Places places;
    private final List<List<Mention>> byPeriod = new ArrayList<>();
    private final Map<String, Known> known = new HashMap<>();

    /** Whose name a part of a name is. */
    private record Known(String name, String group) {}

    private Mentions(Passage passage) {
        this.passage = passage;
        this.chars = passage.chars();
        this.atoms = new Atoms(passage);
        this.places = new Places(passage);
    }

    static Mentions of(Passage passage) {
        Mentions mentions = new Mentions(passage);
        for (Period period : passage.periods()) {
            mentions.byPeriod.add(mentions.read(period));
        }
        return mentions;
    }

    /** Mentions of a title come to stand before those of its text, so that a surname there is known here. */
    static Mentions of(Passage passage, Mentions earlier) {
        Mentions mentions = new Mentions(passage);
        if (!earlier.passage.isTitleCase()) {
            mentions.known.putAll(earlier.known);
        }
        for (Period period : passage.periods()) {
            mentions.byPeriod.add(mentions.read(period));
        }
        return mentions;
    }

    /** The mentions in the period with this index. */
    List<Mention> in(int period) {
        return byPeriod.get(period);
    }

    private List<Mention> read(Period period) {
        List<Mention> mentions = new ArrayList<>();
        List<Atom> chain = new ArrayList<>();
        for (Atom atom : atoms.in(period)) {
            if (!chain.isEmpty() && !joined(chain.get(chain.size() - 1), atom)) {
                mentions.add(head(chain, period));
                chain = new ArrayList<>();
            }
            chain.add(atom);
        }
        if (!chain.isEmpty()) {
            mentions.add(head(chain, period));
        }
        return withAppositions(mentions);
    }

    private boolean joined(Atom before, Atom after) {
        if (isPronoun(before) || isPronoun(after)) {
            return false;
        }
        int from = before.end();
        int to = after.start();
        if (to - from > LONGEST_GAP) {
            return false;
        }
        int words = 0;
        boolean linked = false;
        for (int at = from; at < to; ) {
            if (Marks.isBlank(chars[at]) || chars[at] == '-' || chars[at] == '·') {
                at++;
                continue;
            }
            if (isPossessive(at, to)) {
                at += 2;
                linked = true;
                continue;
            }
            int end = atoms.wordEnd(at, to);
            if (end == at || passage.markAt(at) >= 0) {
                return false;
            }
            Role role = roleOf(at, end);
            if (role == Role.LINK) {
                linked = true;
            } else if (role != null
                    || Character.isUpperCase(chars[at])
                    || !passage.habits().blanks()) {
                return false;
            } else {
                words++;
            }
            at = end;
        }
        if (words == 0) {
            return true;
        }
        boolean modifies = before.sort() == Atom.Sort.STATE || before.sort() == Atom.Sort.BODY || linked;
        return words < MODIFIERS
                && modifies
                && after.sort().isDescription()
                && !passage.habits().wide();
    }

    private boolean isPossessive(int at, int to) {
        return at + 1 < to && (chars[at] == '\'' || chars[at] == '’') && chars[at + 1] == 's';
    }

    private static boolean isPronoun(Atom atom) {
        return atom.sort().ordinal() >= Atom.Sort.HE.ordinal();
    }

    /** The role of a function word at exactly this place, or null. */
    private Role roleOf(int from, int to) {
        Word word = passage.wordOver(FUNCTIONS, from, to);
        if (word == null) {
            return null;
        }
        return word.role() == Role.ASIDE && isLink(from, to) ? Role.LINK : word.role();
    }

    private boolean isLink(int from, int to) {
        return passage.words(Role.LINK, from, to).stream().anyMatch(word -> word.start() == from);
    }

    /** Which piece of a chain is meant. */
    private Mention head(List<Atom> chain, Period period) {
        Atom last = chain.get(chain.size() - 1);
        Atom person = named(chain);
        boolean owned = chain.size() > 1 && last.sort().isDescription() && person != null && person != last;
        if (isPronoun(last)) {
            return pronoun(last);
        }
        if (person != null && !(owned && headLast(chain, person)) && !linkedBefore(chain, person)) {
            return name(chain, person, period);
        }
        for (Atom atom : chain) {
            if (atom.sort().isDescription()) {
                return office(chain, owned ? last : atom, period);
            }
        }
        Atom body = chain.get(0);
        for (Atom atom : chain) {
            body = atom.sort() == Atom.Sort.BODY && body.sort() == Atom.Sort.STATE ? atom : body;
        }
        String text = passage.cut(body.start(), body.end());
        Known one = known.get(text);
        return new Mention(
                Mention.Kind.BODY,
                chain.get(0).start(),
                last.end(),
                one == null ? text : one.name(),
                body.group() == null && one != null ? one.group() : body.group(),
                places.of(chain.get(0).start(), last.end(), period));
    }

    /** The last name of a chain: those before it describe it, unless it hangs on one: "Lee of the Institute". */
    private Atom named(List<Atom> chain) {
        Atom found = null;
        for (int i = chain.size() - 1; i >= 0; i--) {
            Atom atom = chain.get(i);
            boolean name = atom.sort() == Atom.Sort.SPEAKER || atom.sort() == Atom.Sort.NAME;
            if (name && (found == null || passage.has(Role.ASIDE, atom.end(), found.start()) && isPerson(atom))) {
                found = atom;
            }
        }
        return found;
    }

    /** Two words and more: one alone may begin the name of a body ("Bank of ..."). */
    private boolean isPerson(Atom name) {
        return name.sort() == Atom.Sort.SPEAKER
                || passage.cut(name.start(), name.end()).indexOf(' ') > 0;
    }

    /** "Lee's spokesman", "the Lee campaign": a description behind a name in a language that puts heads last. */
    private boolean headLast(List<Atom> chain, Atom person) {
        int index = chain.indexOf(person);
        Atom next = chain.get(index + 1);
        for (int at = person.end(); at < next.start(); at++) {
            if (isPossessive(at, next.start())) {
                return true;
            }
        }
        return !passage.habits().wide()
                && next.sort().isDescription()
                && passage.cut(person.end(), next.start()).isBlank()
                && Character.isLowerCase(chars[next.start()]);
    }

    private boolean linkedBefore(List<Atom> chain, Atom person) {
        int index = chain.indexOf(person);
        return index > 0
                && chain.get(index - 1).sort().isDescription()
                && passage.has(Role.ASIDE, chain.get(index - 1).end(), person.start());
    }

    private Mention pronoun(Atom atom) {
        Mention.Kind kind =
                switch (atom.sort()) {
                    case HE -> Mention.Kind.HE;
                    case THEY -> Mention.Kind.THEY;
                    default -> Mention.Kind.IT;
                };
        return new Mention(kind, atom.start(), atom.end(), atom.name(), null, Mention.Place.TOPIC);
    }

    private Mention name(List<Atom> chain, Atom person, Period period) {
        String group = person.group() == null ? groupOf(chain) : person.group();
        if (group == null && describesExpert(chain.get(chain.size() - 1).end(), period)) {
            group = Groups.EXPERT;
        }
        String name = person.name();
        String[] parts = passage.cut(person.start(), person.end()).split("[ \u00a0]+");
        Known earlier = known.get(parts[parts.length - 1]);
        if (person.sort() == Atom.Sort.NAME && earlier != null && parts.length == 1) {
            name = earlier.name();
            group = group == null ? earlier.group() : group;
        }
        Known now = new Known(name, group);
        if (parts.length > 1 || earlier == null || person.sort() == Atom.Sort.SPEAKER) {
            for (String part : parts) {
                if (part.length() > 2 || Marks.isWide(part.codePointAt(0))) {
                    known.put(part, now);
                }
            }
            for (String part : name.split(" ")) {
                known.putIfAbsent(part, now);
            }
        }
        int start = chain.get(0).start();
        int end = chain.get(chain.size() - 1).end();
        return new Mention(Mention.Kind.NAME, start, end, name, group, places.of(start, end, period));
    }

    private Mention office(List<Atom> chain, Atom office, Period period) {
        int start = leftOf(chain.get(0).start(), period);
        int end = chain.get(chain.size() - 1).end();
        int textEnd = passage.habits().verbFirst() ? rightOf(end, period) : end;
        return new Mention(
                Mention.Kind.OFFICE,
                start,
                textEnd,
                passage.cut(start, textEnd),
                office.sort() == Atom.Sort.OFFICE ? groupOf(chain) : office.group(),
                places.of(start, end, period));
    }

    /** "Lee, who teaches law at the university, said": a clause behind the name that tells an expert. */
    private boolean describesExpert(int from, Period period) {
        if (from >= period.end() || ",，(（".indexOf(chars[from]) < 0 || passage.markAt(from) >= 0) {
            return false;
        }
        int to = from + 1;
        while (to < period.end() && to - from < FARTHEST_CLAUSE && ",，)）;".indexOf(chars[to]) < 0) {
            to++;
        }
        return passage.has(Role.EXPERT, from, to) || passage.has(Role.INSTITUTE, from, to);
    }

    /** The group that the pieces name together: a body's or state's; an expert is one whatever the state. */
    private String groupOf(List<Atom> chain) {
        String group = null;
        for (Atom atom : chain) {
            if (atom.sort() == Atom.Sort.EXPERT) {
                return atom.group();
            }
            if (chain.size() > 1 && passage.has(Role.INSTITUTE, atom.start(), atom.end())) {
                return Groups.EXPERT;
            }
            boolean better =
                    atom.sort() == Atom.Sort.BODY || atom.sort() == Atom.Sort.STATE || atom.sort() == Atom.Sort.SPEAKER;
            if (atom.group() != null && (group == null || better && Groups.OTHER.equals(group))) {
                group = atom.group();
            }
        }
        return group;
    }

    /** The adjectives and the article before a description. */
    private int leftOf(int from, Period period) {
        int start = from;
        if (!passage.habits().blanks() || passage.habits().verbFirst()) {
            return start;
        }
        int anchored = start;
        for (int words = 0; words < DESCRIPTION_WORDS; words++) {
            int end = start;
            while (end > period.start() && chars[end - 1] == ' ') {
                end--;
            }
            int at = end;
            while (at > period.start()
                    && (Character.isLetterOrDigit(chars[at - 1])
                            || chars[at - 1] == '-'
                            || chars[at - 1] == '.' && at == end)) {
                at--;
            }
            if (at == end
                    || end == start && words > 0
                    || passage.markAt(at) >= 0
                    || at < end && chars[end - 1] == '.') {
                break;
            }
            Role role = roleOf(at, end);
            if (role != null && role != Role.LINK || isLinkOnly(at, end)) {
                break;
            }
            start = at;
            if (passage.has(Role.DETERMINER, at, end)) {
                anchored = start;
            }
        }
        return anchored;
    }

    private boolean isLinkOnly(int from, int to) {
        return passage.has(Role.ASIDE, from, to);
    }

    private int rightOf(int from, Period period) {
        int end = from;
        for (int words = 0; words < DESCRIPTION_WORDS; words++) {
            int at = end;
            while (at < period.end() && chars[at] == ' ') {
                at++;
            }
            int to = atoms.wordEnd(at, period.end());
            if (to == at || at == end || passage.markAt(at) >= 0 || roleOf(at, to) != null) {
                break;
            }
            end = to;
        }
        return end;
    }

    /** "Lee, a spokesman for the ministry, said": the office tells the name's group and is no subject itself. */
    private List<Mention> withAppositions(List<Mention> mentions) {
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention name = mentions.get(i);
            Mention office = mentions.get(i + 1);
            boolean apposed = office.start() - name.end() <= 2
                    && office.start() > name.end()
                    && (chars[name.end()] == ',' || chars[name.end()] == '(');
            if (!apposed) {
                continue;
            }
            if (name.kind() == Mention.Kind.NAME && office.kind() == Mention.Kind.OFFICE) {
                String group = name.group() == null ? office.group() : name.group();
                mentions.set(i, name.as(name.text(), group));
                for (int j = i + 1;
                        j < mentions.size()
                                && unbroken(office.start(), mentions.get(j).start());
                        j++) {
                    mentions.set(j, unsubject(mentions.get(j)));
                }
                known.computeIfPresent(lastPart(name.text()), (part, one) -> new Known(one.name(), group));
            } else if (name.kind() == Mention.Kind.OFFICE && office.kind() == Mention.Kind.NAME) {
                String group = office.group() == null ? name.group() : office.group();
                mentions.set(i + 1, office.as(office.text(), group));
                known.computeIfPresent(lastPart(office.text()), (part, one) -> new Known(one.name(), group));
            }
        }
        return mentions;
    }

    /** No comma and no word of saying between, so that both stand in one apposition. */
    private boolean unbroken(int from, int to) {
        if (to - from > LONGEST_APPOSITION) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (",;:".indexOf(chars[at]) >= 0 || passage.markAt(at) >= 0) {
                return false;
            }
        }
        return !passage.has(Role.SAY, from, to);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static Mention unsubject(Mention mention) {
        return new Mention(
                mention.kind(), mention.start(), mention.end(), mention.text(), mention.group(), Mention.Place.ASIDE);
    }
}
