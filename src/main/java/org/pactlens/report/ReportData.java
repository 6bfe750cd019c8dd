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
        List<Cell> frames,
        List<VoiceHits> voices,
        List<RoleCount> roles,
        List<AgencyCount> agencies,
        List<Cell> names,
        List<NearMiss> nearMisses) {

    private static final Comparator<String> BY_NAME = Comparator.nullsLast(Comparator.naturalOrder());

    private static final Comparator<Cell> CELLS =
            Comparator.comparing(Cell::outlet, BY_NAME).thenComparing(Cell::code);

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
        frames = sorted(frames, CELLS);
        voices = sorted(
                voices,
                Comparator.comparing(VoiceHits::outlet, BY_NAME)
                        .thenComparing(VoiceHits::voice)
                        .thenComparing(VoiceHits::sourceGroup));
        roles = sorted(roles, Comparator.comparing(RoleCount::outlet, BY_NAME).thenComparing(RoleCount::role));
        agencies = sorted(
                agencies, Comparator.comparing(AgencyCount::outlet, BY_NAME).thenComparing(AgencyCount::agency));
        names = sorted(names, CELLS);
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
     * @param codes names that an outlet uses, under {@code list.id} as in {@code outlet_framing}, with their meaning
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
     * @param counted of the relevant those that shares are made of: at a known outlet, tickers and stubs apart
     * @param stories families of the counted articles
     */
    public record Funnel(
            long records,
            long captures,
            long candidates,
            long articles,
            long relevant,
            long undated,
            long counted,
            long stories) {}

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
     * @param name for people; it, {@code country} and {@code type} are null where the study does not list the outlet
     * @param stories families of the {@code counted} articles
     * @param longestGapDays longest run of days without a capture
     * @param flags what a reader should know of its coverage, words of a closed set
     */
    public record Outlet(
            String outlet,
            String name,
            String country,
            String type,
            long captures,
            long articles,
            long relevant,
            long counted,
            long stories,
            long daysCaptured,
            long longestGapDays,
            List<String> flags) {
        public Outlet {
            flags = List.copyOf(flags);
        }
    }

    /**
     * See {@link Query#FRAMES} and {@link Query#NAMES}.
     *
     * @param code a frame, or a name under {@code list.id}
     * @param k articles with the code, of {@code n}
     * @param familiesK sum over the stories of the share of their articles with the code, of {@code familiesN} stories
     * @param share by story, 0..1; null where none is given, and then {@code ciLow} and {@code ciHigh} too
     * @param baseline share of the other outlets of the language without shared stories, 0..1; null where too few
     * @param diffLow limits of the difference of the outlet from {@code baseline}, and its {@code q}; null with it
     * @param publishable whether the share may be shown without a mark
     * @param whyNot why it may not; null where it may
     */
    public record Cell(
            String outlet,
            String code,
            long k,
            long n,
            double familiesK,
            long familiesN,
            Double share,
            Double ciLow,
            Double ciHigh,
            Double baseline,
            Double diffLow,
            Double diffHigh,
            Double q,
            boolean publishable,
            String whyNot) {}

    /** See {@link Query#VOICES}: {@code voice} is own, quoted or reported. */
    public record VoiceHits(String outlet, String voice, String sourceGroup, long hits) {}

    /** See {@link Query#ROLES}. */
    public record RoleCount(String outlet, String role, long articles) {}

    /** See {@link Query#AGENCIES}. */
    public record AgencyCount(String outlet, String agency, long articles) {}

    /** See {@link Query#NEAR_MISSES}. */
    public record NearMiss(String lookAlike, long articles) {}
}
