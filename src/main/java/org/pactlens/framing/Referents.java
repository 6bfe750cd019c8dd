package org.pactlens.framing;

import java.util.List;

/**
 * Whom a pronoun or a bare office means. Reads a passage from its beginning, so that the last speaker is always the
 * last before the present period.
 */
final class Referents {
    /** A pronoun reaches back this many periods, and never over a whole paragraph. */
    private static final int FARTHEST_PERIODS = 4;

    private final Passage passage;
    private final Mentions mentions;
    private int lastPeriod = -1;
    private Mention last;

    Referents(Passage passage, Mentions mentions) {
        this.passage = passage;
        this.mentions = mentions;
    }

    /** Remembers who spoke last in a period. */
    void spoke(int period, Mention who) {
        lastPeriod = period;
        last = who;
    }

    /** Who spoke last, in this paragraph or the one before; or null. */
    Mention lastSpeaker(int period) {
        if (last == null) {
            return null;
        }
        int now = passage.periods().get(period).paragraph();
        int then = passage.periods().get(lastPeriod).paragraph();
        return now - then <= 1 ? last : null;
    }

    /** The mention itself, or whom it means; null where a pronoun means nobody that is named. */
    Mention of(Mention mention, int period) {
        return switch (mention.kind()) {
            case HE -> back(mention, period, true);
            case IT -> back(mention, period, false);
            case THEY -> others(mention, period);
            case OFFICE -> mention.group() == null ? officeHolder(mention, period) : mention;
            default -> mention;
        };
    }

    /** "Others" behind an expert are experts; else nobody in particular. */
    private Mention others(Mention pronoun, int period) {
        Mention speaker = lastSpeaker(period);
        return speaker != null && Groups.EXPERT.equals(speaker.group())
                ? pronoun.as(pronoun.text(), Groups.EXPERT)
                : null;
    }

    /** The first named subject of the nearest sentence before; one in the same sentence wins. */
    private Mention back(Mention pronoun, int period, boolean person) {
        int paragraph = passage.periods().get(period).paragraph();
        for (int i = period; i >= 0 && i > period - FARTHEST_PERIODS; i--) {
            if (paragraph - passage.periods().get(i).paragraph() > 1) {
                return null;
            }
            Mention found = firstSubject(mentions.in(i), i == period ? pronoun.start() : Integer.MAX_VALUE, person);
            if (found != null) {
                return found;
            }
            if (person && last != null && lastPeriod == i && i < period && last.kind() == Mention.Kind.NAME) {
                return last;
            }
        }
        return null;
    }

    private static Mention firstSubject(List<Mention> named, int before, boolean person) {
        Mention office = null;
        for (Mention mention : named) {
            if (mention.end() > before) {
                break;
            }
            if (!mention.mayBeSubject() || mention.kind().isPronoun()) {
                continue;
            }
            if ((mention.kind() == Mention.Kind.NAME) == person && mention.kind() != Mention.Kind.OFFICE) {
                return mention;
            }
            if (person && mention.kind() == Mention.Kind.OFFICE && office == null) {
                office = mention;
            }
        }
        return office;
    }

    private static boolean isState(String group) {
        return group != null && !group.equals(Groups.OTHER) && !group.equals(Groups.EXPERT);
    }

    /** "The spokesman": whoever was named last in this paragraph or spoke last with a group, else the office. */
    private Mention officeHolder(Mention office, int period) {
        int paragraph = passage.periods().get(period).paragraph();
        boolean here = last != null && passage.periods().get(lastPeriod).paragraph() == paragraph;
        if (here && lastPeriod < period && last.kind() == Mention.Kind.BODY && isState(last.group())) {
            return office.as(office.text(), last.group());
        }
        for (int i = period - 1; i >= 0 && i > period - FARTHEST_PERIODS; i--) {
            if (passage.periods().get(i).paragraph() != paragraph) {
                break;
            }
            for (Mention mention : mentions.in(i)) {
                if (isState(mention.group())
                        && mention.kind() == Mention.Kind.NAME
                        && mention.end() - mention.start() > mention.text().length()) {
                    return office.as(mention.text(), mention.group());
                }
            }
        }
        String home = passage.habits().home();
        for (int i = period - 1; i >= 0 && i > period - 3; i--) {
            if (home != null && passage.periods().get(i).paragraph() != paragraph) {
                break;
            }
            for (Mention mention : mentions.in(i)) {
                if (mention.kind() == Mention.Kind.OFFICE && isState(mention.group())) {
                    return office.as(office.text(), mention.group());
                }
            }
        }
        if (home != null) {
            return office.as(office.text(), home);
        }
        Mention speaker = lastSpeaker(period);
        String group = speaker == null || !isState(speaker.group()) ? null : speaker.group();
        return office.as(office.text(), group);
    }
}
