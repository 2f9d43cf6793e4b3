package io.meshwork.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.quality.check.SpringInTheRootCanary;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.meshwork.quality");

    private static final String[] FEATURE_ROOTS = {
        "io.meshwork.quality.check",
        "io.meshwork.quality.engine",
        "io.meshwork.quality.score",
        "io.meshwork.quality.run",
        "io.meshwork.quality.slo"
    };

    private static final ArchRule PLAIN_ROOTS = noClasses()
            .that()
            .resideInAnyPackage(FEATURE_ROOTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.avro..",
                    "org.apache.kafka..",
                    "io.meshwork.events..",
                    "io.meshwork.messaging..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net.http..",
                    "jakarta..",
                    "org.duckdb..")
            .because("what a score means does not depend on how contracts arrive or where results are kept");

    @Test
    void keepsTechnologyOutOfFeatureRoots() {
        PLAIN_ROOTS.check(MAIN);
    }

    @Test
    void keepsFeaturesFreeOfAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURE_ROOTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..jdbc..", "..kafka..", "..web..", "..duckdb..")
                .because("adapters depend on features, not the other way")
                .check(MAIN);
    }

    @Test
    void noticesTheCanary() {
        JavaClasses canary = new ClassFileImporter().importClasses(SpringInTheRootCanary.class);

        assertThat(canary).isNotEmpty();
        assertThatThrownBy(() -> PLAIN_ROOTS.check(canary)).isInstanceOf(AssertionError.class);
    }
}
