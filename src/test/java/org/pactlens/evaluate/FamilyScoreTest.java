package org.pactlens.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.pactlens.evaluate.Figures.rows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pactlens.UserError;
import org.pactlens.evaluate.Evaluation.Output;

class FamilyScoreTest {
    private static final List<Row> GOLD = rows(
            "{'url': 'a', 'cluster': 'A', 'role': 'original', 'wire_agency': 'Daily Wire'}",
            "{'url': 'b', 'cluster': 'A', 'role': 'verbatim', 'origin_url': 'a', 'containment': 1.0}",
            "{'url': 'c', 'cluster': 'A', 'role': 'edited', 'origin_url': 'a', 'containment': 0.5}",
            "{'url': 'd', 'cluster': 'B', 'role': 'alone', 'wire_agency': 'none'}");

    /** Puts d to a and b, and leaves c out. */
    private static final List<Row> MIXED = rows(
            "{'url': 'a', 'cluster': 'X', 'role': 'original', 'wire_agency': 'The Daily-Wire'}",
            "{'url': 'b', 'cluster': 'X', 'role': 'verbatim', 'origin_url': 'a', 'containment': 0.95}",
            "{'url': 'd', 'cluster': 'X', 'role': 'verbatim', 'origin_url': 'a', 'wire_agency': 'AP'}");

    private final Figures figures = Figures.of(Output.REUSE, GOLD, MIXED);

    @Test
    void pairsAreCountedOnce() {
        // In the gold ab, ac, bc; in the output ab, ad, bd.
        figures.value("", "pairs", "precision").isCloseTo(1 / 3., within(1e-15));
        figures.value("", "pairs", "recall").isCloseTo(1 / 3., within(1e-15));
        figures.value("", "pairs", "f1").isCloseTo(1 / 3., within(1e-15));
    }

    @Test
    void bCubedAveragesOverArticles() {
        // Precision 2/3, 2/3, 1, 1/3; recall 2/3, 2/3, 1/3, 1.
        figures.value("", "b_cubed", "precision").isCloseTo(2 / 3., within(1e-15));
        figures.value("", "b_cubed", "recall").isCloseTo(2 / 3., within(1e-15));
    }

    @Test
    void clustersAreCountedWithTheirEffectiveNumber() {
        figures.value("", "clusters", "gold").isEqualTo(2);
        figures.value("", "clusters", "system").isEqualTo(2);
        figures.value("", "clusters", "mixed").isEqualTo(1);
        figures.value("", "clusters", "split").isEqualTo(1);
        figures.value("", "clusters", "system_effective").isEqualTo(1.6);
    }

    @Test
    void unsurePairsCountNeitherWay() {
        List<Row> unsure = rows(
                "{'url': 'a', 'cluster': 'A', 'unsure_with': ['d']}",
                "{'url': 'b', 'cluster': 'A', 'unsure_with': ['d']}",
                "{'url': 'c', 'cluster': 'A'}",
                "{'url': 'd', 'cluster': 'B', 'unsure_with': ['a', 'b', 'gone']}");
        Figures sure = Figures.of(Output.REUSE, unsure, MIXED);
        sure.value("", "pairs", "precision").isEqualTo(1);
        sure.value("", "left_out", "unsure_pairs").isEqualTo(2);
        sure.value("", "b_cubed", "precision").isEqualTo(1);
    }

    @Test
    void rolesOriginsContainmentAndCreditsAreSharesOfWhatTheGoldGives() {
        figures.value("", "role", "accuracy").isEqualTo(.5);
        figures.value("", "role verbatim", "f1").isCloseTo(2 / 3., within(1e-15));
        figures.value("", "role edited", "f1").isEqualTo(0);
        figures.value("", "origin", "right").isEqualTo(.5);
        figures.value("", "origin", "null").isEqualTo(.5);
        figures.value("", "containment", "mean_error").isCloseTo(.275, within(1e-15));
        figures.value("", "containment", "within_0.1").isEqualTo(.5);
        figures.value("", "wire", "right").as("by another of its names").isEqualTo(1);
        figures.value("", "wire", "claimed_without").isEqualTo(1);
    }

    @Test
    void aWrongOriginWithinTheFamilyIsToldApart() {
        Figures sibling = Figures.of(Output.REUSE, GOLD, rows("{'url': 'c', 'cluster': 'X', 'origin_url': 'b'}"));
        sibling.value("", "origin", "right").isEqualTo(0);
        sibling.value("", "origin", "in_family").isEqualTo(.5);
    }

    @Test
    void anUnknownRoleIsAUserError() {
        assertThatThrownBy(() -> Figures.of(Output.REUSE, GOLD, rows("{'url': 'a', 'cluster': 'X', 'role': 'copy'}")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("file:1: role \"copy\" is unknown")
                .hasMessageContaining("verbatim");
    }

    @Test
    void intervalsHoldTheirFigure() {
        assertThat(figures.all())
                .filteredOn(f -> f.interval() != null)
                .isNotEmpty()
                .allSatisfy(f -> {
                    assertThat(f.interval().low()).isLessThanOrEqualTo(f.value() + 1e-12);
                    assertThat(f.interval().high()).isGreaterThanOrEqualTo(f.value() - 1e-12);
                });
    }
}
