package org.pactlens.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What a report shows. The lists are the rows of the {@link Query} of their name, in any order: they are sorted here, so
 * that the same rows give the same page. An outlet is null where an article has none; it is then shown as unknown.
 *
 * @param subject of the study
 * @param run that the tables are of
 * @param inputs files read
 * @param funnel what was left at each step
 */
public record ReportData(
        Subject subject,
        Run run,
        Inputs inputs,
        Funnel funnel,
        List<Fate> fates,
        List<Reject> rejects,
        List<Day> days,
        List<OutletDay> outletDays,
        List<Outlet> outlets,
        List<FrameCell> frames,
        List<VoiceHits> voices,
        List<RoleCount> roles,
        List<AgencyCount> agencies,
        List<NameUse> names,
        List<NearMiss> nearMisses) {

    private static final Comparator<String> BY_NAME = Comparator.nullsLast(Comparator.naturalOrder());

    public ReportData {
        fates = sorted(fates, Comparator.comparing(Fate::records).reversed().thenComparing(Fate::fate));
        rejects = sorted(
                rejects,
                Comparator.comparing(Reject::times)
                        .reversed()
                        .thenComparing(Reject::stage)
                        .thenComparing(Reject::reason));
        days = sorted(days, Comparator.comparing(Day::day));
        outletDays = sorted(
                outletDays, Comparator.comparing(OutletDay::outlet, BY_NAME).thenComparing(OutletDay::day));
        outlets = sorted(
                outlets,
                Comparator.comparing(Outlet::stories)
                        .thenComparing(Outlet::relevant)
                        .reversed()
                        .thenComparing(Outlet::outlet, BY_NAME));
        frames = sorted(frames, Comparator.comparing(FrameCell::outlet, BY_NAME).thenComparing(FrameCell::frame));
        voices = sorted(
                voices,
                Comparator.comparing(VoiceHits::outlet, BY_NAME)
                        .thenComparing(VoiceHits::voice)
                        .thenComparing(VoiceHits::sourceGroup));
        roles = sorted(roles, Comparator.comparing(RoleCount::outlet, BY_NAME).thenComparing(RoleCount::role));
        agencies = sorted(
                agencies, Comparator.comparing(AgencyCount::outlet, BY_NAME).thenComparing(AgencyCount::agency));
        names = sorted(names, Comparator.comparing(NameUse::outlet, BY_NAME).thenComparing(NameUse::code));
        nearMisses = sorted(
                nearMisses, Comparator.comparing(NearMiss::articles).reversed().thenComparing(NearMiss::lookAlike));
    }

    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }

    /** An id of the study with its name for people. */
    public record Named(String id, String name) {}

    /**
     * What the study says about itself; lists in its own order.
     *
     * @param minimumStories below: no share is shown; {@code unmarkedStories} below: the share is marked
     * @param confidence two-sided level of the intervals, within 0 and 1
     * @param frames of the codebook
     * @param sourceGroups whose claim a hit can be
     * @param codes names that an outlet uses, under {@code list.id} as in {@code article_framing}, with their meaning
     * @param lookAlikes what is easily taken for the event
     */
    public record Subject(
            String studyId,
            String title,
            String event,
            LocalDate eventDate,
            int minimumStories,
            int unmarkedStories,
            double confidence,
            List<Named> frames,
            List<Named> sourceGroups,
            List<Named> codes,
            List<Named> lookAlikes,
            List<Named> agencies) {
        public Subject {
            frames = List.copyOf(frames);
            sourceGroups = List.copyOf(sourceGroups);
            codes = List.copyOf(codes);
            lookAlikes = List.copyOf(lookAlikes);
            agencies = List.copyOf(agencies);
        }
    }

    /** See {@link Query#RUN}. */
    public record Run(
            String runId,
            String command,
            String state,
            Instant startedAt,
            Instant endedAt,
            String studyFingerprint,
            String softwareVersion,
            String sparkVersion,
            long inputsRead,
            long inputsSkipped,
            List<String> warnings) {
        public Run {
            warnings = List.copyOf(warnings);
        }
    }

    /** See {@link Query#INPUTS}. */
    public record Inputs(long files, long damaged, long unreadable, long bytesRead, long bytesLost) {}

    /**
     * See {@link Query#FUNNEL}.
     *
     * @param records of the crawl; {@code captures} of them are pages
     * @param candidates captures that were parsed, as they may hold the required concepts
     * @param articles distinct URLs with a text
     * @param relevant articles of grade 2 or 3; {@code undated} of them have no day
     * @param stories families of the relevant articles
     */
    public record Funnel(
            long records, long captures, long candidates, long articles, long relevant, long undated, long stories) {}

    /** See {@link Query#FATES}. */
    public record Fate(String fate, long records) {}

    /** See {@link Query#REJECTS}. */
    public record Reject(String stage, String reason, long times, long bytesSkipped) {}

    /**
     * See {@link Query#DAYS}. A day between the first and the last that has no row counts as not crawled.
     *
     * @param crawlGap whether no outlet was crawled on the day, so that its numbers are no zeros
     */
    public record Day(LocalDate day, long relevant, long stories, boolean crawlGap) {}

    /** See {@link Query#OUTLET_DAYS} and, for days without a row, {@link Day}. */
    public record OutletDay(String outlet, LocalDate day, long relevant, long stories, boolean crawlGap) {}

    /**
     * See {@link Query#OUTLETS}.
     *
     * @param name for people; null where the study names none
     * @param country null where the study names none
     */
    public record Outlet(String outlet, String name, String country, long captures, long relevant, long stories) {}

    /**
     * See {@link Query#FRAMES}.
     *
     * @param k articles with the frame, of {@code n}
     * @param familiesK sum over the stories of the share of their articles with the frame, of {@code familiesN} stories
     * @param share by story, 0..1; null where none is given, and then {@code ciLow} and {@code ciHigh} too
     * @param publishable whether the share may be shown without a mark
     * @param whyNot why it may not; null where it may
     */
    public record FrameCell(
            String outlet,
            String frame,
            long k,
            long n,
            double familiesK,
            long familiesN,
            Double share,
            Double ciLow,
            Double ciHigh,
            boolean publishable,
            String whyNot) {}

    /** See {@link Query#VOICES}: {@code voice} is own, quoted or reported. */
    public record VoiceHits(String outlet, String voice, String sourceGroup, long hits) {}

    /** See {@link Query#ROLES}. */
    public record RoleCount(String outlet, String role, long articles) {}

    /** See {@link Query#AGENCIES}. */
    public record AgencyCount(String outlet, String agency, long articles) {}

    /** See {@link Query#NAMES}: stories of which at least one article has the code. */
    public record NameUse(String outlet, String code, long articles, long stories) {}

    /** See {@link Query#NEAR_MISSES}. */
    public record NearMiss(String lookAlike, long articles) {}
}
