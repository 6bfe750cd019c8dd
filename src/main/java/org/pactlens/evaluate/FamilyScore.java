package org.pactlens.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pactlens.UserError;
import org.pactlens.stats.Families;
import org.pactlens.stats.Interval;

/**
 * Story families, roles, origins and wire credits against gold, as {@code score_reuse.py} scores them. Families cross
 * sets and languages, so all of the gold is one section. Intervals of families draw whole gold families.
 */
final class FamilyScore {
    private static final List<String> ROLES =
            List.of("original", "verbatim", "edited", "rewrite", "translation", "quote_only", "alone");
    private static final String ALONE = "alone";
    private static final String NO_AGENCY = "none";
    private static final double NEAR = .1;

    /** Of one gold family. A found pair counts for the families of both its articles, half each. */
    private static final class Family {
        private double right;
        private double found;
        private double wanted;
        private double precisions;
        private double recalls;
        private int articles;
    }

    private final List<String> urls;
    private final Map<String, Row> gold = new HashMap<>();
    private final Map<String, Row> system;
    private final Map<String, String> goldOf = new HashMap<>();
    private final Map<String, String> systemOf = new HashMap<>();
    private final Map<String, Set<String>> unsure = new HashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    private FamilyScore(List<Row> rows, Map<String, Row> system) {
        this.system = system;
        this.urls = rows.stream().map(row -> row.required("url")).sorted().toList();
        for (Row row : rows) {
            String url = row.required("url");
            gold.put(url, row);
            goldOf.put(url, row.required("cluster"));
            // One without a row stands alone.
            systemOf.put(url, system.containsKey(url) ? system.get(url).required("cluster") : "\0" + url);
            unsure.put(url, new HashSet<>(row.texts("unsure_with")));
        }
        system.values().forEach(FamilyScore::checkRole);
    }

    /**
     * Figures over all articles.
     *
     * @param agencyNames names of agencies as {@link Wording#plain} folds them, to one name of each
     */
    static List<Figure> of(List<Row> gold, Map<String, Row> system, Map<String, String> agencyNames) {
        FamilyScore score = new FamilyScore(gold, system);
        score.families();
        score.roles();
        score.origins();
        score.containment();
        score.wire(agencyNames);
        return score.figures;
    }

    private static void checkRole(Row row) {
        String role = row.text("role");
        if (role != null && !ROLES.contains(role)) {
            throw UserError.of(
                    row.place(), "role \"" + role + "\" is unknown", "The roles are " + String.join(", ", ROLES) + ".");
        }
    }

    private void families() {
        Map<String, List<String>> wanted = groups(goldOf);
        Map<String, List<String>> found = groups(systemOf);
        TreeMap<String, Family> families = new TreeMap<>();
        wanted.keySet().forEach(name -> families.put(name, new Family()));
        Set<String> split = new HashSet<>();
        eachSurePair(wanted, (a, b) -> {
            Family family = families.get(goldOf.get(a));
            family.wanted++;
            if (systemOf.get(a).equals(systemOf.get(b))) {
                family.right++;
            } else {
                split.add(goldOf.get(a));
            }
        });
        Set<String> mixed = new HashSet<>();
        eachSurePair(found, (a, b) -> {
            families.get(goldOf.get(a)).found += .5;
            families.get(goldOf.get(b)).found += .5;
            if (!goldOf.get(a).equals(goldOf.get(b))) {
                mixed.add(systemOf.get(a));
            }
        });
        for (String url : urls) {
            Family family = families.get(goldOf.get(url));
            family.articles++;
            family.precisions +=
                    share(url, found.get(systemOf.get(url)), v -> goldOf.get(v).equals(goldOf.get(url)));
            family.recalls +=
                    share(url, wanted.get(goldOf.get(url)), v -> systemOf.get(v).equals(systemOf.get(url)));
        }
        pairs(List.copyOf(families.values()));
        bCubed(List.copyOf(families.values()));
        count("clusters", "mixed", mixed.size());
        count("clusters", "split", split.size());
        clusters("gold", wanted);
        clusters("system", found);
    }

    private Map<String, List<String>> groups(Map<String, String> of) {
        return urls.stream().collect(Collectors.groupingBy(of::get, TreeMap::new, Collectors.toList()));
    }

    private boolean isSure(String a, String b) {
        return !unsure.get(a).contains(b) && !unsure.get(b).contains(a);
    }

    private void eachSurePair(Map<String, List<String>> groups, BiConsumer<String, String> each) {
        for (List<String> members : groups.values()) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    if (isSure(members.get(i), members.get(j))) {
                        each.accept(members.get(i), members.get(j));
                    }
                }
            }
        }
    }

    /** Of the mates whose pair with the article is sure, itself included, the share that is the same. */
    private double share(String url, List<String> group, Predicate<String> same) {
        List<String> mates =
                group.stream().filter(v -> v.equals(url) || isSure(url, v)).toList();
        return (double) mates.stream().filter(same).count() / mates.size();
    }

    private void pairs(List<Family> families) {
        ToDoubleFunction<List<Family>> precision =
                some -> precision(sum(some, f -> f.right), sum(some, f -> f.found), sum(some, f -> f.wanted));
        ToDoubleFunction<List<Family>> recall = some -> recall(sum(some, f -> f.right), sum(some, f -> f.wanted));
        int wanted = (int) sum(families, f -> f.wanted);
        int found = (int) sum(families, f -> f.found);
        rate(
                "pairs",
                "f1",
                families,
                wanted,
                some -> Counts.harmonic(precision.applyAsDouble(some), recall.applyAsDouble(some)));
        rate("pairs", "precision", families, found, precision);
        rate("pairs", "recall", families, wanted, recall);
        count("pairs", "gold", wanted);
        count("pairs", "found", found);
        Set<String> known = new HashSet<>(urls);
        count(
                "left_out",
                "unsure_pairs",
                unsure.values().stream()
                                .mapToLong(mates ->
                                        mates.stream().filter(known::contains).count())
                                .sum()
                        / 2);
    }

    /** Without any claim precision is perfect where there was nothing to find, else 0. */
    private static double precision(double right, double found, double wanted) {
        return found > 0 ? right / found : wanted > 0 ? 0 : 1;
    }

    private static double recall(double right, double wanted) {
        return wanted > 0 ? right / wanted : 1;
    }

    private void bCubed(List<Family> families) {
        ToDoubleFunction<List<Family>> precision = some -> sum(some, f -> f.precisions) / sum(some, f -> f.articles);
        ToDoubleFunction<List<Family>> recall = some -> sum(some, f -> f.recalls) / sum(some, f -> f.articles);
        rate(
                "b_cubed",
                "f1",
                families,
                urls.size(),
                some -> Counts.harmonic(precision.applyAsDouble(some), recall.applyAsDouble(some)));
        rate("b_cubed", "precision", families, urls.size(), precision);
        rate("b_cubed", "recall", families, urls.size(), recall);
    }

    private static double sum(List<Family> families, ToDoubleFunction<Family> value) {
        double sum = 0;
        for (Family family : families) {
            sum += value.applyAsDouble(family);
        }
        return sum;
    }

    private void rate(String measure, String name, List<Family> families, int n, ToDoubleFunction<List<Family>> value) {
        List<Family> sample = new ArrayList<>(families);
        Interval interval = Resampling.byRange(families.size(), drawn -> {
            for (int i = 0; i < drawn.length; i++) {
                sample.set(i, families.get(drawn[i]));
            }
            return value.applyAsDouble(sample);
        });
        figures.add(Figure.rate(Section.ALL, measure, name, value.applyAsDouble(families), n, interval));
    }

    /** Number of clusters, of those with several articles, and the effective number of stories (Kish). */
    private void clusters(String whose, Map<String, List<String>> groups) {
        double[] sizes = groups.values().stream().mapToDouble(List::size).toArray();
        count("clusters", whose, groups.size());
        count(
                "clusters",
                whose + "_families",
                Arrays.stream(sizes).filter(s -> s > 1).count());
        count("clusters", whose + "_effective", Families.effectiveWeights(sizes));
    }

    private void roles() {
        List<String> known = known("role");
        if (known.stream().allMatch(url -> gold.get(url).text("role").equals(ALONE))) {
            return;
        }
        share("role", "accuracy", known, url -> gold.get(url).text("role").equals(given(url, "role")));
        for (String role : ROLES) {
            Counts counts = known.stream()
                    .map(url -> Counts.yes(gold.get(url).text("role").equals(role), role.equals(given(url, "role"))))
                    .reduce(Counts.NONE, Counts::plus);
            if (counts.wanted() > 0) {
                figures.add(Figure.rate(
                        Section.ALL, "role " + role, "f1", counts.f1(), counts.wanted(), roleInterval(known, role)));
            }
        }
    }

    private Interval roleInterval(List<String> known, String role) {
        List<Counts> families = List.copyOf(known.stream()
                .collect(Collectors.groupingBy(
                        goldOf::get,
                        TreeMap::new,
                        Collectors.reducing(
                                Counts.NONE,
                                url -> Counts.yes(
                                        gold.get(url).text("role").equals(role), role.equals(given(url, "role"))),
                                Counts::plus)))
                .values());
        return Resampling.byRange(families.size(), drawn -> {
            Counts sum = Counts.NONE;
            for (int d : drawn) {
                sum = sum.plus(families.get(d));
            }
            return sum.f1();
        });
    }

    private void origins() {
        List<String> known = known("origin_url");
        if (known.isEmpty()) {
            return;
        }
        share("origin", "right", known, url -> gold.get(url).text("origin_url").equals(given(url, "origin_url")));
        share("origin", "in_family", known, url -> {
            String ours = given(url, "origin_url");
            return ours != null
                    && Objects.equals(goldOf.get(ours), goldOf.get(gold.get(url).text("origin_url")));
        });
        share("origin", "null", known, url -> given(url, "origin_url") == null);
    }

    private void containment() {
        List<String> known = urls.stream()
                .filter(url -> gold.get(url).unit("containment") != null)
                .toList();
        if (known.isEmpty()) {
            return;
        }
        double[] errors = known.stream().mapToDouble(this::containmentError).toArray();
        ToDoubleFunction<int[]> mean = drawn -> {
            double sum = 0;
            for (int d : drawn) {
                sum += errors[d];
            }
            return sum / drawn.length;
        };
        int[] all = IntStream.range(0, errors.length).toArray();
        figures.add(Figure.rate(
                Section.ALL,
                "containment",
                "mean_error",
                mean.applyAsDouble(all),
                errors.length,
                Resampling.byRange(errors.length, mean)));
        share("containment", "within_0.1", known, url -> containmentError(url) <= NEAR);
    }

    private double containmentError(String url) {
        Double ours = system.containsKey(url) ? system.get(url).unit("containment") : null;
        return Math.abs((ours == null ? 0 : ours) - gold.get(url).unit("containment"));
    }

    private void wire(Map<String, String> agencyNames) {
        List<String> credited = known("wire_agency");
        List<String> named = credited.stream()
                .filter(url -> !gold.get(url).text("wire_agency").equals(NO_AGENCY))
                .toList();
        List<String> none = credited.stream()
                .filter(url -> gold.get(url).text("wire_agency").equals(NO_AGENCY))
                .toList();
        if (!named.isEmpty()) {
            Predicate<String> right = url -> agency(url) != null
                    && folded(agency(url), agencyNames)
                            .equals(folded(gold.get(url).text("wire_agency"), agencyNames));
            share("wire", "right", named, right);
            share("wire", "wrong", named, url -> agency(url) != null && !right.test(url));
            share("wire", "null", named, url -> agency(url) == null);
        }
        if (!none.isEmpty()) {
            share("wire", "claimed_without", none, url -> agency(url) != null);
        }
    }

    private String agency(String url) {
        String agency = given(url, "wire_agency");
        return NO_AGENCY.equals(agency) ? null : agency;
    }

    private static String folded(String agency, Map<String, String> names) {
        String plain = Wording.lower(String.join(" ", Wording.words(agency)));
        return names.getOrDefault(plain, plain);
    }

    /** Articles whose gold holds the key. */
    private List<String> known(String key) {
        return urls.stream()
                .filter(url ->
                        gold.get(url).has(key) && !gold.get(url).text(key).isEmpty())
                .toList();
    }

    /** What the output says; null where it says nothing. */
    private String given(String url, String key) {
        String value = system.containsKey(url) ? system.get(url).text(key) : null;
        return value == null || value.isEmpty() ? null : value;
    }

    private void share(String measure, String name, List<String> of, Predicate<String> is) {
        figures.add(Figure.share(
                Section.ALL, measure, name, (int) of.stream().filter(is).count(), of.size()));
    }

    private void count(String measure, String name, double value) {
        figures.add(Figure.count(Section.ALL, measure, name, value));
    }
}
