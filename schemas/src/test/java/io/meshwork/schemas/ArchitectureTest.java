package io.meshwork.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.schemas.compatibility.CanaryThatAsksABroker;
import org.junit.jupiter.api.Test;

/** The rules of this module alone; those of every module are held where all of them are on the class path. */
class ArchitectureTest {

    private static final ArchRule GATE_ASKS_NOBODY = noClasses()
            .that()
            .resideInAPackage("io.meshwork.schemas.compatibility")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.confluent..", "java.net..", "io.meshwork.schemas.topics..")
            .because("a build without a network must be able to say whether a schema breaks a promise");

    private static final ArchRule NO_FRAMEWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..")
            .because("whoever reads a topic needs the schemas, not our framework");

    @Test
    void holds() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.meshwork.schemas", "io.meshwork.events");

        GATE_ASKS_NOBODY.check(main);
        NO_FRAMEWORK.check(main);
    }

    @Test
    void noticesTheCanary() {
        JavaClasses canary = new ClassFileImporter().importClasses(CanaryThatAsksABroker.class);

        assertThat(GATE_ASKS_NOBODY.evaluate(canary).hasViolation()).isTrue();
        assertThat(NO_FRAMEWORK.evaluate(canary).hasViolation()).isTrue();
    }
}
