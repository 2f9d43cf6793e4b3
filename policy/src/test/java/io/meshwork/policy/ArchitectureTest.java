package io.meshwork.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.policy.language.CanaryThatReadsFiles;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchRule PLAIN_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.avro..", "org.apache.kafka..", "java.sql..", "java.net.http..")
            .because("policies are tested on a laptop without a mesh; their module must not bring a framework with it");

    private static final ArchRule LANGUAGE = noClasses()
            .that()
            .resideInAPackage("io.meshwork.policy.language")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.meshwork.policy.document..", "io.meshwork.policy.judgement..", "java.nio.file..")
            .because("an expression sees the facts it is given and nothing else");

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.meshwork.policy");

    @Test
    void dependsOnNoFramework() {
        assertThatCode(() -> PLAIN_JAVA.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    void keepsExpressionsToTheFacts() {
        assertThatCode(() -> LANGUAGE.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    void noticesTheCanaries() {
        JavaClasses canaries = new ClassFileImporter().importClasses(Canary.class, CanaryThatReadsFiles.class);

        assertThat(PLAIN_JAVA.evaluate(canaries).hasViolation()).isTrue();
        assertThat(LANGUAGE.evaluate(canaries).hasViolation()).isTrue();
    }

    /** Breaks the rule on purpose. */
    @SuppressWarnings("unused")
    private record Canary(java.sql.Connection connection) {}
}
