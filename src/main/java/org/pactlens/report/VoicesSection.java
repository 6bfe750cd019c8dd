package org.pactlens.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.pactlens.report.ReportData.Outlet;
import org.pactlens.report.ReportData.VoiceHits;
import org.pactlens.report.StackedRows.Length;
import org.pactlens.report.StackedRows.Part;

/** Whose words carry the frames: the outlet's, a quoted speaker's, or those of one whose speech is reported. */
final class VoicesSection implements Section {
    private static final String OWN = "own";
    private static final List<String> VOICES = List.of(OWN, "quoted", "reported");
    private static final List<Part> PARTS =
            List.of(new Part("own", "own"), new Part("quoted", "other2"), new Part("reported", "other4"));

    @Override
    public void write(Markup html, ReportData data) {
        if (data.voices().isEmpty()) {
            html.element("p", "No wording of a frame was found.", "class", "empty");
            return;
        }
        byOutlet(html, data);
        byGroup(html, data);
    }

    private static void byOutlet(Markup html, ReportData data) {
        Roster roster = new Roster(data);
        Map<String, long[]> hits = count(data.voices(), VoiceHits::outlet, 0);
        StackedRows rows = new StackedRows("Frame wordings by voice and outlet", Length.WHOLE, PARTS);
        DataTable table = new DataTable("Frame wordings by voice and outlet")
                .words("outlet")
                .numbers("own", "quoted", "reported", "all", "own share", "stories");
        int minimum = data.subject().minimumStories();
        for (Outlet outlet : roster.all()) {
            long[] counts = hits.getOrDefault(outlet.outlet(), new long[VOICES.size()]);
            long all = sum(counts);
            boolean enough = outlet.stories() >= minimum && all > 0;
            table.row(
                    roster.name(outlet.outlet()),
                    Format.count(counts[0]),
                    Format.count(counts[1]),
                    Format.count(counts[2]),
                    Format.count(all),
                    enough ? Format.percent(counts[0], all) : "none",
                    Format.count(outlet.stories()));
            if (roster.drawn().contains(outlet)) {
                String right = outlet.stories() < minimum
                        ? Format.count(outlet.stories(), "story", "stories") + ": no share"
                        : Format.count(all, "wording", "wordings");
                rows.row(roster.name(outlet.outlet()), right, enough ? counts : new long[VOICES.size()]);
            }
        }
        new Figure(html, data)
                .write(
                        "Own words, quotations and reported speech",
                        "Share of all frame wordings in relevant articles. Counted by wording, so that long articles and"
                                + " copies weigh more; no intervals. Outlets with fewer than " + minimum
                                + " stories have no bar." + roster.notDrawn(),
                        () -> rows.write(html),
                        table,
                        Query.VOICES,
                        Query.OUTLETS);
    }

    private static void byGroup(Markup html, ReportData data) {
        List<VoiceHits> others =
                data.voices().stream().filter(v -> !v.voice().equals(OWN)).toList();
        if (others.isEmpty()) {
            return;
        }
        Roster roster = new Roster(data);
        Map<String, long[]> byGroup = count(others, VoiceHits::sourceGroup, 1);
        long all = byGroup.values().stream().mapToLong(VoicesSection::sum).sum();
        StackedRows rows =
                new StackedRows("Frame wordings of others by speaker group", Length.BY_TOTAL, PARTS.subList(1, 3));
        byGroup.entrySet().stream()
                .sorted((a, b) -> Long.compare(sum(b.getValue()), sum(a.getValue())))
                .forEach(e -> rows.row(
                        Roster.nameIn(data.subject().sourceGroups(), e.getKey()),
                        Format.count(sum(e.getValue())) + ", " + Format.percent(sum(e.getValue()), all),
                        e.getValue()));
        DataTable table = new DataTable("Frame wordings of others by outlet and speaker group")
                .words("outlet", "speaker group")
                .numbers("quoted", "reported");
        for (Outlet outlet : roster.all()) {
            List<VoiceHits> own = others.stream()
                    .filter(v -> Objects.equals(v.outlet(), outlet.outlet()))
                    .toList();
            count(own, VoiceHits::sourceGroup, 1)
                    .forEach((group, counts) -> table.row(
                            roster.name(outlet.outlet()),
                            Roster.nameIn(data.subject().sourceGroups(), group),
                            Format.count(counts[0]),
                            Format.count(counts[1])));
        }
        new Figure(html, data)
                .write(
                        "Who is given voice",
                        "Frame wordings that are quoted or reported, by the group of the speaker, all outlets together;"
                                + " the table has them by outlet.",
                        () -> rows.write(html),
                        table,
                        Query.VOICES);
    }

    /** Hits by key and voice, the voices from number {@code first} on. */
    private static Map<String, long[]> count(List<VoiceHits> hits, Function<VoiceHits, String> key, int first) {
        Map<String, long[]> counts = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
        for (VoiceHits hit : hits) {
            int voice = VOICES.indexOf(hit.voice()) - first;
            if (voice >= 0) {
                counts.computeIfAbsent(key.apply(hit), k -> new long[VOICES.size() - first])[voice] += hit.hits();
            }
        }
        return counts;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
