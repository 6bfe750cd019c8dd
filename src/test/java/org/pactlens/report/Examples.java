package org.pactlens.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pactlens.report.ReportData.AgencyCount;
import org.pactlens.report.ReportData.Cell;
import org.pactlens.report.ReportData.Day;
import org.pactlens.report.ReportData.Fate;
import org.pactlens.report.ReportData.Funnel;
import org.pactlens.report.ReportData.Inputs;
import org.pactlens.report.ReportData.Named;
import org.pactlens.report.ReportData.NearMiss;
import org.pactlens.report.ReportData.Outlet;
import org.pactlens.report.ReportData.OutletDay;
import org.pactlens.report.ReportData.Reject;
import org.pactlens.report.ReportData.RoleCount;
import org.pactlens.report.ReportData.Run;
import org.pactlens.report.ReportData.Subject;
import org.pactlens.report.ReportData.VoiceHits;
import org.pactlens.stats.Interval;
import org.pactlens.stats.Shares;

/** Data of invented outlets for the tests of the page. */
final class Examples {
    static final LocalDate EVENT = LocalDate.of(2024, 6, 19);
    static final Subject SUBJECT = new Subject(
            "lakes",
            "Coverage of the Lake Treaty between Norland and Sudland",
            "Lake Treaty",
            EVENT,
            5,
            20,
            0.95,
            List.of(
                    new Named("DEFENCE", "Defence and alliance"),
                    new Named("THREAT", "Threat to security"),
                    new Named("ISOLATION", "Isolation and pariahs"),
                    new Named("SOVEREIGN_RIGHT", "Sovereign right and defensive nature"),
                    new Named("TRADE", "Arms for technology"),
                    new Named("FRIENDSHIP", "Friendship and comradeship"),
                    new Named("SPECTACLE", "Symbolism and spectacle"),
                    new Named("UNSEEN", "Never used")),
            List.of(
                    new Named("NORTH_GOV", "Norland's state"),
                    new Named("SOUTH_GOV", "Sudland's state"),
                    new Named("EXPERT", "experts and think tanks"),
                    new Named("OTHER", "others"),
                    new Named("OUTLET", "the outlet itself")),
            List.of(
                    new Named("names_used.official", "the title or a full form of it"),
                    new Named("names_used.neutral", "a plain word for such a document"),
                    new Named("names_used.loaded", "a word that judges, or that one side avoids"),
                    new Named("war_label.condemning", "invasion, aggression and the like"),
                    new Named("war_label.neutral", "war, conflict, crisis")),
            List.of(
                    new Named("river_treaty", "The River Treaty of 1961"),
                    new Named("summit", "Summit of the year before")),
            List.of(new Named("NORPRESS", "Norland Press"), new Named("SUDNEWS", "Sud News Agency")));

    static final Run RUN = new Run(
            "f5fb2b26598a4d5cac555753ee33c0db",
            "run",
            "done",
            Instant.parse("2026-11-25T07:30:00Z"),
            Instant.parse("2026-11-25T08:42:11Z"),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "0.1.0",
            "4.1.0",
            42,
            3,
            List.of("3 files were screened by an earlier list of required concepts and are not read again"));

    private static final String[] NAMES = {
        "Norland Daily",
        "Sudland Times",
        "The Harbour Herald",
        "Lake Post",
        "Tidning för alla och envar i hela landet",
        "湖畔日報国際版オンラインニュース編集局",
        "صحيفة البحيرة",
        "Вестник озера",
        "Morning Tide",
        "The Quiet Observer",
        "Far Shore Review",
        "Bridge Weekly",
        "Island Gazette",
        "Mole Courier",
        "Pier Notes"
    };
    private static final int[] STORIES = {212, 148, 97, 64, 51, 33, 24, 19, 12, 7, 4, 2, 2, 1, 1};

    private Examples() {}

    /** A lake of fifteen outlets over most of a year. */
    static ReportData full() {
        return full(RUN, NAMES);
    }

    /** The same with other names of the outlets. */
    static ReportData full(Run run, String... names) {
        Random random = new Random(7);
        List<Outlet> outlets = new ArrayList<>();
        List<Cell> frames = new ArrayList<>();
        List<VoiceHits> voices = new ArrayList<>();
        List<RoleCount> roles = new ArrayList<>();
        List<AgencyCount> agencies = new ArrayList<>();
        List<Cell> uses = new ArrayList<>();
        List<OutletDay> outletDays = new ArrayList<>();
        for (int i = 0; i < STORIES.length; i++) {
            String id = "outlet" + i + ".example";
            int stories = STORIES[i];
            int relevant = stories + random.nextInt(stories + 1);
            outlets.add(new Outlet(
                    id,
                    names[i % names.length],
                    i % 2 == 0 ? "NO" : "SU",
                    i % 3 == 0 ? "state" : "private",
                    40L * stories,
                    3L * relevant,
                    relevant,
                    relevant,
                    stories,
                    120 - i,
                    i,
                    i > 6 ? List.of("unlisted", "gaps") : List.of()));
            for (int f = 0; f < SUBJECT.frames().size(); f++) {
                double tendency = f == 7 ? 0 : Math.abs(Math.sin(f * 1.7 + i * 0.9)) * 0.8;
                Cell cell = cell(id, SUBJECT.frames().get(f).id(), Math.round(tendency * stories), stories, relevant);
                frames.add(f == 1 && i == 2 ? unpublishable(cell, "low_agreement") : cell);
            }
            voices.add(new VoiceHits(id, "own", "OUTLET", stories + random.nextInt(60)));
            for (int g = 0; g < 4; g++) {
                String group = SUBJECT.sourceGroups().get(g).id();
                voices.add(new VoiceHits(id, "quoted", group, 1 + random.nextInt(stories + 3) / (g + 1)));
                voices.add(new VoiceHits(id, "reported", group, 1 + random.nextInt(stories + 3) / (g + 2)));
            }
            String[] kinds = {"alone", "original", "quote_only", "rewrite", "translation", "edited", "verbatim"};
            for (String kind : kinds) {
                roles.add(new RoleCount(id, kind, random.nextInt(1 + relevant / 3)));
            }
            agencies.add(new AgencyCount(id, i % 3 == 0 ? "NORPRESS" : "SUDNEWS", 1 + random.nextInt(relevant)));
            for (Named code : SUBJECT.codes()) {
                uses.add(cell(id, code.id(), random.nextInt(stories + 1), stories, relevant));
            }
            if (i < 8) {
                days(random, stories / 4.0, (day, n, gap) -> outletDays.add(new OutletDay(id, day, n, n - n / 4, gap)));
            }
        }
        List<Day> days = new ArrayList<>();
        days(random, 180, (day, n, gap) -> days.add(new Day(day, n, n - n / 3, gap)));
        return new ReportData(
                SUBJECT,
                run,
                new Inputs(45, 2, 1, 18_300_400_500L, 65_536),
                new Funnel(1_204_331, 402_118, 9_377, 4_105, 1_129, 17, 1_090, 745),
                List.of(
                        new Fate("screened_out", 371_022),
                        new Fate("not_a_page", 802_213),
                        new Fate("article", 7_100),
                        new Fate("no_article", 2_240),
                        new Fate("http_error", 12_719),
                        new Fate("other_media", 9_000),
                        new Fate("rejected", 37)),
                List.of(
                        new Reject("extract", "time_limit", 30, 0),
                        new Reject("extract", "encrypted", 7, 0),
                        new Reject("read", "bad_gzip_member", 2, 65_536)),
                days,
                outletDays,
                outlets,
                frames,
                voices,
                roles,
                agencies,
                uses,
                List.of(new NearMiss("river_treaty", 61), new NearMiss("summit", 118), new NearMiss("acronym", 3)));
    }

    /** A lake in which nothing is relevant. */
    static ReportData empty() {
        return new ReportData(
                SUBJECT,
                RUN,
                new Inputs(1, 0, 0, 900, 0),
                new Funnel(3, 2, 0, 0, 0, 0, 0, 0),
                List.of(new Fate("screened_out", 3)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The full lake with other rows of outlet_framing. */
    static ReportData withFrames(List<Cell> frames) {
        return with(full().days(), frames);
    }

    /** The full lake with other days. */
    static ReportData withDays(List<Day> days) {
        return with(days, full().frames());
    }

    private static ReportData with(List<Day> days, List<Cell> frames) {
        ReportData full = full();
        return new ReportData(
                full.subject(),
                full.run(),
                full.inputs(),
                full.funnel(),
                full.fates(),
                full.rejects(),
                days,
                full.outletDays(),
                full.outlets(),
                frames,
                full.voices(),
                full.roles(),
                full.agencies(),
                full.names(),
                full.nearMisses());
    }

    static Cell cell(String outlet, String code, long familiesK, long familiesN, long n) {
        if (familiesN < SUBJECT.minimumStories()) {
            return new Cell(
                    outlet,
                    code,
                    familiesK,
                    n,
                    familiesK,
                    familiesN,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    "too_few_stories");
        }
        double share = (double) familiesK / familiesN;
        Interval interval = Shares.wilson(share, familiesN, 0.95);
        Interval difference = Shares.newcombe(share, familiesN, 0.4, 300, 0.95);
        boolean few = familiesN < SUBJECT.unmarkedStories();
        return new Cell(
                outlet,
                code,
                familiesK,
                n,
                familiesK,
                familiesN,
                share,
                interval.low(),
                interval.high(),
                0.4,
                difference.low(),
                difference.high(),
                Shares.differenceP(share, familiesN, 0.4, 300),
                !few,
                few ? "few_stories" : null);
    }

    /** The cell with its numbers, of which the table says that they may not be shown. */
    static Cell unpublishable(Cell cell, String whyNot) {
        return new Cell(
                cell.outlet(),
                cell.code(),
                cell.k(),
                cell.n(),
                cell.familiesK(),
                cell.familiesN(),
                cell.share(),
                cell.ciLow(),
                cell.ciHigh(),
                cell.baseline(),
                cell.diffLow(),
                cell.diffHigh(),
                cell.q(),
                false,
                whyNot);
    }

    private interface DayTaker {
        void take(LocalDate day, long n, boolean gap);
    }

    /** Much at the event, less later, a second peak in autumn, ten days without a crawl. */
    private static void days(Random random, double height, DayTaker taker) {
        LocalDate first = EVENT.minusDays(4);
        for (int i = 0; i < 190; i++) {
            LocalDate day = first.plusDays(i);
            boolean gap = i >= 52 && i < 62 || i == 90;
            double decay = i < 4 ? 0.03 : Math.exp(-(i - 4) / 6.0) + 0.4 * Math.exp(-Math.abs(i - 140) / 5.0);
            long n = gap ? 0 : Math.round(height * decay * (0.5 + random.nextDouble()) * 0.5);
            taker.take(day, n, gap);
        }
    }
}
