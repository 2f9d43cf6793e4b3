package io.meshwork.notifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.meshwork.notifier.alert.canary.CanaryThatKnowsSpring;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter(
                    java.util.List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages("io.meshwork.notifier");

    private static ArchRule plainFeatures(String... features) {
        return noClasses()
                .that(resideInAnyPackage(features))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.avro..",
                        "org.apache.kafka..",
                        "io.meshwork.events..",
                        "java.sql..",
                        "java.net.http..",
                        "jakarta..",
                        "tools.jackson..",
                        "io.github.resilience4j.."))
                .because("decisions are tested without a framework and survive a change of it");
    }

    private static final ArchRule PLAIN_FEATURES = plainFeatures(
            "io.meshwork.notifier.news",
            "io.meshwork.notifier.product",
            "io.meshwork.notifier.alert",
            "io.meshwork.notifier.feed",
            "io.meshwork.notifier.subscription",
            "io.meshwork.notifier.notification",
            "io.meshwork.notifier.announcement");

    @Test
    void keepsFeaturesPlain() {
        PLAIN_FEATURES.check(MAIN);
    }

    @Test
    void noticesAFeatureThatKnowsAFramework() {
        var canary = new ClassFileImporter().importClasses(CanaryThatKnowsSpring.class);

        assertThat(plainFeatures("io.meshwork.notifier.alert.canary")
                        .evaluate(canary)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void keepsPackagesFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("io.meshwork.notifier.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be understood without those that use it")
                .check(MAIN);
    }
}
