package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How good probabilities are: as decisions, as a ranking, and as probabilities. */
public final class ForecastScore {
    private static final double CUT = .5;
    private static final int BINS = 10;

    private ForecastScore() {}

    /**
     * Forecasts of one band.
     *
     * @param from least probability of the band, {@code to} the probability above it
     * @param mean of the probabilities in it; NaN where there are none
     * @param share how many of them came true, 0..1; NaN where there are none
     */
    public record Band(double from, double to, int n, double mean, double share) {}

    /**
     * Decisions at a cut.
     *
     * @param precision share of those from the cut on that came true, 0 where there are none
     * @param recall share of what came true that is from the cut on
     */
    public record Threshold(double cut, double precision, double recall) {}

    /** Decisions at .5, average precision and expected calibration error, for all, for each set and each language. */
    public static List<Figure> of(List<Forecast> forecasts) {
        Map<Section, List<Forecast>> sections = new LinkedHashMap<>();
        sections.put(Section.ALL, forecasts);
        part(sections, forecasts, Section.Kind.SET, Forecast::set);
        part(sections, forecasts, Section.Kind.LANGUAGE, Forecast::language);
        List<Figure> figures = new ArrayList<>();
        sections.forEach((section, own) -> {
            Tallies tallies = new Tallies();
            for (Forecast forecast : own) {
                tallies.open();
                tallies.add("relevant", Counts.yes(forecast.happened(), forecast.probability() >= CUT));
            }
            figures.addAll(tallies.figures(section));
            figures.add(drawn(section, "average_precision", own, ForecastScore::averagePrecision));
            figures.add(drawn(section, "calibration_error", own, ForecastScore::calibrationError));
        });
        return figures;
    }

    private static void part(
            Map<Section, List<Forecast>> sections,
            List<Forecast> forecasts,
            Section.Kind kind,
            Function<Forecast, String> name) {
        Map<String, List<Forecast>> parts = new TreeMap<>();
        forecasts.forEach(f ->
                parts.computeIfAbsent(name.apply(f), key -> new ArrayList<>()).add(f));
        parts.forEach((key, own) -> {
            if (!key.isEmpty() && own.size() < forecasts.size()) {
                sections.put(new Section(kind, key), own);
            }
        });
    }

    private static Figure drawn(
            Section section, String measure, List<Forecast> of, Function<List<Forecast>, Double> figure) {
        return Figure.rate(
                section,
                measure,
                "value",
                figure.apply(of),
                of.size(),
                Resampling.byRange(
                        of.size(),
                        rows -> figure.apply(
                                Arrays.stream(rows).mapToObj(of::get).toList())));
    }

    /**
     * Mean of the precisions at each forecast that came true, from the highest probability down; equal probabilities
     * count at once. NaN where none came true.
     */
    public static double averagePrecision(List<Forecast> forecasts) {
        List<Forecast> sorted = forecasts.stream()
                .sorted(Comparator.comparingDouble(Forecast::probability).reversed())
                .toList();
        double sum = 0;
        int right = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            int more = 0;
            while (to < sorted.size()
                    && sorted.get(to).probability() == sorted.get(from).probability()) {
                more += sorted.get(to++).happened() ? 1 : 0;
            }
            right += more;
            sum += more * (double) right / to;
            from = to;
        }
        return right == 0 ? Double.NaN : sum / right;
    }

    /**
     * Expected calibration error: over ten bands of equal width, the mean distance of the mean probability from the
     * share that came true (Guo et al. 2017, ICML, equation 3).
     */
    static double calibrationError(List<Forecast> forecasts) {
        double sum = 0;
        for (Band band : bands(forecasts)) {
            sum += band.n() == 0 ? 0 : band.n() * Math.abs(band.mean() - band.share());
        }
        return sum / forecasts.size();
    }

    /** Ten bands of equal width. */
    public static List<Band> bands(List<Forecast> forecasts) {
        int[] n = new int[BINS];
        int[] right = new int[BINS];
        double[] sum = new double[BINS];
        for (Forecast forecast : forecasts) {
            int bin = Math.min(BINS - 1, (int) (forecast.probability() * BINS));
            n[bin]++;
            right[bin] += forecast.happened() ? 1 : 0;
            sum[bin] += forecast.probability();
        }
        List<Band> bands = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double from = bin / (double) BINS;
            double to = (bin + 1) / (double) BINS;
            bands.add(new Band(from, to, n[bin], sum[bin] / n[bin], right[bin] / (double) n[bin]));
        }
        return bands;
    }

    /** Precision and recall at the cuts between the bands. */
    public static List<Threshold> thresholds(List<Forecast> forecasts) {
        List<Threshold> thresholds = new ArrayList<>();
        for (int step = 1; step < BINS; step++) {
            double cut = step / (double) BINS;
            Counts counts = forecasts.stream()
                    .map(f -> Counts.yes(f.happened(), f.probability() >= cut))
                    .reduce(Counts.NONE, Counts::plus);
            thresholds.add(new Threshold(cut, counts.precision(), counts.recall()));
        }
        return thresholds;
    }
}
