package org.pactlens.framing;

import java.util.ArrayList;
import java.util.List;
import org.pactlens.framing.Word.Role;

/** What each period reports of others without marks: complement clauses, "according to", moods of report. */
final class Zones {
    /** An attribution that ends its sentence has no more than this behind it. */
    private static final int LONGEST_TAIL = 45;

    private static final int LEAST_REPORTED = 12;
    private static final int FARTHEST_THAT = 24;

    private final Passage passage;
    private final int[] chars;
    private final Claims claims;
    private final List<List<Zone>> byPeriod = new ArrayList<>();

    private Zones(Passage passage, Claims claims) {
        this.passage = passage;
        this.chars = passage.chars();
        this.claims = claims;
    }

    static Zones of(Passage passage, Claims claims) {
        Zones zones = new Zones(passage, claims);
        for (int i = 0; i < passage.periods().size(); i++) {
            zones.byPeriod.add(zones.read(i));
        }
        for (int i = 1; i < passage.periods().size(); i++) {
            zones.attributeBefore(i);
        }
        return zones;
    }

    /** Zones of the period with this index. */
    List<Zone> in(int period) {
        return byPeriod.get(period);
    }

    /** The innermost zone that reports the span, or null; a wish is no report. */
    Zone reporting(int start, int end) {
        int period = passage.periodAt(start);
        Zone best = null;
        if (period >= 0) {
            for (Zone zone : byPeriod.get(period)) {
                boolean wish = zone.claim() != null && zone.claim().kind() == Claim.Kind.WANT;
                if (!wish
                        && zone.holds(start, end)
                        && (best == null || zone.to() - zone.from() <= best.to() - best.from())) {
                    best = zone;
                }
            }
        }
        return best;
    }

    private List<Zone> read(int index) {
        Period period = passage.periods().get(index);
        List<Claim> said = claims.in(index);
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Claim claim = said.get(i);
            boolean nobody = claim.who() == null && claim.named() == null;
            if (nobody && !introducesClause(claim) && !(i == 0 && isTail(claim, period))) {
                continue;
            }
            Zone zone =
                    zone(claim, period, i == 0 ? null : said.get(i - 1), i + 1 < said.size() ? said.get(i + 1) : null);
            if (zone != null) {
                zones.add(zone);
            }
        }
        if (zones.isEmpty()) {
            addMood(zones, index, period);
        }
        return zones;
    }

    /** "..., it is said in the note." */
    private boolean isTail(Claim claim, Period period) {
        return claim.kind() == Claim.Kind.SAY
                && period.end() - claim.end() <= LONGEST_TAIL
                && commaBefore(claim.start(), period) > 0;
    }

    private boolean introducesClause(Claim claim) {
        return passage.has(Role.THAT, claim.cueEnd(), Math.min(chars.length, claim.cueEnd() + FARTHEST_THAT));
    }

    private Zone zone(Claim claim, Period period, Claim before, Claim after) {
        return switch (claim.kind()) {
            case BY_SUFFIX -> make(claim.end(), period.end(), claim);
            case BY_PREFIX, BY_OPINION -> by(claim, period);
            case SAY, THINK, WANT -> verb(claim, period, before, after);
        };
    }

    /** "According to X, ..." reports what follows; "..., according to X" what precedes. */
    private Zone by(Claim claim, Period period) {
        boolean first = outside(period.start(), claim.start()) <= LEAST_REPORTED;
        if (first || period.end() - claim.end() > LONGEST_TAIL) {
            return make(claim.end(), contrast(claim.end(), period.end()), claim);
        }
        return make(period.start(), claim.start(), claim);
    }

    private Zone verb(Claim claim, Period period, Claim before, Claim after) {
        if (passage.habits().verbLast()) {
            int from = before == null ? period.start() : before.cueEnd();
            if (claim.named() != null && claim.named().end() <= claim.cueStart()) {
                from = Math.max(from, claim.named().end());
            }
            return make(from, claim.cueStart(), claim);
        }
        int end = claim.end();
        boolean inverted = claim.named() != null && claim.named().start() >= claim.cueEnd();
        boolean tail = (inverted || outside(end, period.end()) <= LONGEST_TAIL) && !introducesClause(claim);
        int comma = commaBefore(claim.start(), period);
        boolean long_ = comma > 0
                && outside(period.start(), comma) > LEAST_REPORTED
                && (before == null || before.kind().isBy() || isPart(before, inverted));
        if (tail && long_ && !hasSubjectVerbBefore(before, inverted)) {
            return make(period.start(), comma, claim);
        }
        if (inverted && comma < 0 && passage.habits().nounsCapital()) {
            return make(period.start(), contrast(claim.cueEnd(), period.end()), claim);
        }
        int to = contrast(claim.cueEnd(), period.end());
        return make(claim.cueEnd(), introducesClause(claim) ? to : remark(claim.cueEnd(), to), claim);
    }

    /** "They deny any transfer, which would break the rules": behind a thing that is denied the writer speaks again. */
    private int remark(int from, int to) {
        for (Word word : passage.words(Role.REMARK, from, to)) {
            int comma = passage.lastBefore(word.start(), from);
            if (comma > from && ",،".indexOf(chars[comma]) >= 0 && passage.markAt(word.start()) < 0) {
                return comma;
            }
        }
        return to;
    }

    private static boolean hasSubjectVerbBefore(Claim before, boolean inverted) {
        return before != null && before.named() != null && !isPart(before, inverted);
    }

    /** "They plan it, said Lee": a wish before is part of what is said. */
    private static boolean isPart(Claim before, boolean inverted) {
        return inverted && before.kind() == Claim.Kind.WANT;
    }

    private int commaBefore(int at, Period period) {
        int i = at - 1;
        while (i > period.start() && (Marks.isBlank(chars[i]) || chars[i] == '—' || chars[i] == '–')) {
            i--;
        }
        if (i > period.start() && ",，".indexOf(chars[i]) >= 0) {
            return i;
        }
        return i > period.start() && passage.markAt(i) >= 0 ? i : -1;
    }

    private int contrast(int from, int to) {
        for (Word word : passage.words(Role.CLAUSE, from, to)) {
            if (passage.markAt(word.start()) < 0 && word.start() > from + LEAST_REPORTED) {
                return word.start();
            }
        }
        return to;
    }

    private Zone make(int from, int to, Claim claim) {
        return to - from >= 2 ? new Zone(from, to, claim, claim.who()) : null;
    }

    private int outside(int from, int to) {
        int count = 0;
        for (int i = from; i < to && count < 200; i++) {
            count += Marks.isBlank(chars[i]) ? 0 : 1;
        }
        return count;
    }

    private void addMood(List<Zone> zones, int index, Period period) {
        boolean impersonal = passage.has(Role.IT, period.start(), period.end())
                && !passage.habits().nounsCapital();
        if (impersonal || !passage.has(Role.REPORT_MOOD, period.start(), period.end())) {
            return;
        }
        Mention who = index == 0 ? null : lastWho(index - 1);
        zones.add(new Zone(period.start(), period.end(), null, who));
    }

    private Mention lastWho(int period) {
        List<Zone> before = byPeriod.get(period);
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).who() != null) {
                return before.get(i).who();
            }
        }
        List<Claim> said = claims.in(period);
        return said.isEmpty() ? null : said.get(said.size() - 1).who();
    }

    /** "This was reported by X." makes the sentence before it X's report. */
    private void attributeBefore(int index) {
        Period period = passage.periods().get(index);
        Period before = passage.periods().get(index - 1);
        boolean about = passage.words(Role.ABOUT_THIS, period.start(), period.end()).stream()
                .anyMatch(word -> word.start() - period.start() <= 3);
        if (!about
                || before.paragraph() != period.paragraph()
                || !byPeriod.get(index - 1).isEmpty()) {
            return;
        }
        Mention who = null;
        for (Mention mention : claims.mentions().in(index)) {
            who = who == null && !mention.kind().isPronoun() ? mention : who;
        }
        byPeriod.get(index - 1).add(new Zone(before.start(), before.end(), null, who));
        byPeriod.get(index).clear();
    }
}
