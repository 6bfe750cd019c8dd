package org.pactlens;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.pactlens.cli.Main;

/** The walls between the rooms. */
@AnalyzeClasses(packages = "org.pactlens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] RULE_ROOMS = {
        "org.pactlens.text..",
        "org.pactlens.study..",
        "org.pactlens.crawl",
        "org.pactlens.screen..",
        "org.pactlens.extract..",
        "org.pactlens.relevance..",
        "org.pactlens.framing..",
        "org.pactlens.reuse..",
        "org.pactlens.stats..",
        "org.pactlens.evaluate..",
        "org.pactlens.report..",
        "org.pactlens.sample.."
    };

    @ArchTest
    static final ArchRule rulesKnowNoEngine = noClasses()
            .that()
            .resideInAnyPackage(RULE_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.delta..", "scala..", "org.apache.hadoop..");

    @ArchTest
    static final ArchRule rulesKnowNoTablesAndNoJobs = noClasses()
            .that()
            .resideInAnyPackage(RULE_ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.pactlens.lake..", "org.pactlens.job..", "org.pactlens.cli..");

    @ArchTest
    static final ArchRule rulesReadNoFilesAndNoNetwork = noClasses()
            .that()
            .resideInAnyPackage(RULE_ROOMS)
            // The one process we start, to be able to end a parser that hangs; and the writer of the sample crawl.
            .and()
            .resideOutsideOfPackages("org.pactlens.extract.process..", "org.pactlens.sample..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.FileInputStream")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule textUsesNoOtherRoom = noClasses()
            .that()
            .resideInAPackage("org.pactlens.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.pactlens.study..",
                    "org.pactlens.crawl..",
                    "org.pactlens.extract..",
                    "org.pactlens.relevance..",
                    "org.pactlens.framing..",
                    "org.pactlens.reuse..");

    @ArchTest
    static final ArchRule theDataSourceStandsAlone = classes()
            .that()
            .resideInAPackage("org.pactlens.source..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "scala..",
                    "org.apache..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.pactlens.crawl",
                    "org.pactlens.source..");

    @ArchTest
    static final ArchRule statisticsUseMathematicsOnly = classes()
            .that()
            .resideInAPackage("org.pactlens.stats..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.apache.commons.math3..", "org.pactlens.stats..");

    @ArchTest
    static final ArchRule onlyTheMainClassEndsTheJvm =
            noClasses().that().doNotBelongToAnyOf(Main.class).should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule nothingDependsOnTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.pactlens.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pactlens.cli..");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.pactlens.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Base)$")
            .because("such names hide what a class is for");

    @ArchTest
    static final ArchRule valuesAreNotGot = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(RULE_ROOMS)
            .and()
            .arePublic()
            .and()
            .doNotHaveName("getSupportedTypes")
            .should()
            .haveNameNotMatching("get[A-Z].*")
            .allowEmptyShould(true);
}
