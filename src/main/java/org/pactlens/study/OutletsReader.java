package org.pactlens.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the table of outlets: tab-separated, a line of column names, no quoting. */
final class OutletsReader {
    private static final String FILE = "outlets.tsv";
    private static final List<String> COLUMNS =
            List.of("domain", "name", "country", "languages", "type", "agency", "note");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+){1,6}");
    private static final Map<String, Outlet.Type> TYPES = Stream.of(Outlet.Type.values())
            .collect(Collectors.toMap(type -> type.name().toLowerCase(Locale.ROOT), type -> type));

    private final Problems problems;
    private final Map<String, Integer> lineByDomain = new HashMap<>();

    OutletsReader(Problems problems) {
        this.problems = problems;
    }

    Outlets read(String[] lines) {
        List<Outlet> outlets = new ArrayList<>();
        if (!lines[0].equals(String.join("\t", COLUMNS))) {
            problem(1, "", "the columns are not the known ones", "Write in tabs: " + String.join(" ", COLUMNS));
            return new Outlets(outlets);
        }
        for (int line = 2; line <= lines.length; line++) {
            String row = lines[line - 1];
            if (!row.isBlank() && !row.startsWith("#")) {
                Outlet outlet = outlet(line, row.split("\t", -1));
                if (outlet != null) {
                    outlets.add(outlet);
                }
            }
        }
        return new Outlets(outlets);
    }

    private Outlet outlet(int line, String[] cells) {
        if (cells.length != COLUMNS.size()) {
            problem(line, "", "has " + cells.length + " cells", "Write " + COLUMNS.size() + " cells, parted by tabs");
            return null;
        }
        int before = problems.count();
        String domain = cells[0];
        check(line, "domain", DOMAIN.matcher(domain).matches(), domain, "Write a host name in small letters");
        Integer first = lineByDomain.putIfAbsent(domain, line);
        if (first != null) {
            problem(line, "domain", YamlNode.quoted(domain) + " stands in line " + first + " too", "Take one out");
        }
        check(line, "name", !cells[1].isBlank(), cells[1], "Write the outlet's name");
        check(line, "country", cells[2].matches("[A-Z]{2}"), cells[2], "Write two capitals of ISO 3166");
        check(
                line,
                "languages",
                cells[3].matches("[a-z]{2,3}(,[a-z]{2,3}){0,20}"),
                cells[3],
                "Write ISO 639 codes, parted by commas");
        check(line, "agency", cells[5].matches("[01]"), cells[5], "Write 1 for an agency's own site, else 0");
        if (!TYPES.containsKey(cells[4])) {
            problem(
                    line,
                    "type",
                    YamlNode.quoted(cells[4]) + " is not known here",
                    Nearest.remedy(cells[4], TYPES.keySet()));
        }
        return problems.count() > before
                ? null
                : new Outlet(
                        domain,
                        cells[1],
                        cells[2],
                        Arrays.asList(cells[3].split(",")),
                        TYPES.get(cells[4]),
                        cells[5].equals("1"),
                        cells[6]);
    }

    private void check(int line, String column, boolean good, String value, String remedy) {
        if (!good) {
            problem(line, column, YamlNode.quoted(value) + " does not fit the column", remedy);
        }
    }

    private void problem(int line, String column, String what, String remedy) {
        problems.add(new Problem(FILE, line, column, what, remedy));
    }
}
