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

    /** Forecasts of one band; the mean of their probabilities and the share that came true are NaN where n is 0. */
    private record Band(double from, int n, int right, double mean) {
        double share() {
            return right / (double) n;
        }
    }

    /**
     * Decisions at .5, average precision and expected calibration error, for all, for each set and each language; for
     * all and each language decisions at other cuts and the calibration curve too.
     */
    public static List<Figure> of(List<Forecast> forecasts) {
        Map<Section, List<Forecast>> sections = new LinkedHashMap<>();
        sections.put(Section.ALL, forecasts);
        part(sections, forecasts, Section.Kind.SET, Forecast::set);
        part(sections, forecasts, Section.Kind.LANGUAGE, Forecast::language);
        List<Figure> figures = new ArrayList<>();
        sections.forEach((section, own) -> {
            figures.addAll(decisions(section, own, "relevant", CUT));
            figures.addAll(ranking(section, own));
        });
        return figures;
    }

    /**
     * Average precision and expected calibration error; where the section is no set, also decisions at the cuts between
     * the bands ({@code relevant_at_0.1}) and of each band that holds any the share that came true and the mean
     * probability ({@code calibration_0.1} for .1 to .2).
     */
    static List<Figure> ranking(Section section, List<Forecast> own) {
        List<Figure> figures = new ArrayList<>();
        figures.add(drawn(section, "average_precision", own, ForecastScore::averagePrecision));
        figures.add(drawn(section, "calibration_error", own, ForecastScore::calibrationError));
        if (section.kind() == Section.Kind.SET) {
            return figures;
        }
        for (int step = 1; step < BINS; step++) {
            double cut = step / (double) BINS;
            figures.addAll(decisions(section, own, "relevant_at_" + cut, cut));
        }
        for (Band band : bands(own)) {
            if (band.n() > 0) {
                String measure = "calibration_" + band.from();
                figures.add(Figure.share(section, measure, "share", band.right(), band.n()));
                figures.add(Figure.rate(section, measure, "mean_score", band.mean(), band.n(), null));
            }
        }
        return figures;
    }

    private static List<Figure> decisions(Section section, List<Forecast> own, String measure, double cut) {
        Tallies tallies = new Tallies();
        for (Forecast forecast : own) {
            tallies.open();
            tallies.add(measure, Counts.yes(forecast.happened(), forecast.probability() >= cut));
        }
        return tallies.figures(section);
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
    private static List<Band> bands(List<Forecast> forecasts) {
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
            bands.add(new Band(bin / (double) BINS, n[bin], right[bin], sum[bin] / n[bin]));
        }
        return bands;
    }
}
