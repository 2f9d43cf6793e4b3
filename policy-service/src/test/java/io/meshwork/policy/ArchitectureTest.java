package io.meshwork.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.meshwork.policy");

    private static final ArchRule PLAIN = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.meshwork.policy.language", "io.meshwork.policy.define", "io.meshwork.policy.evaluation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.avro..",
                    "org.apache.kafka..",
                    "io.meshwork.events..",
                    "java.sql..",
                    "jakarta..",
                    "java.net.http..")
            .because("what is decided must be readable and testable without what carries it");

    private static final ArchRule LANGUAGE = noClasses()
            .that()
            .resideInAPackage("io.meshwork.policy.language")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.meshwork.policy.define..", "io.meshwork.policy.evaluation..", "java.nio.file..")
            .because("an expression sees the product and nothing else");

    @Test
    void featuresArePlainJava() {
        PLAIN.check(MAIN);
        LANGUAGE.check(MAIN);
    }

    @Test
    void canaryFailsTheRule() {
        JavaClasses canary = new ClassFileImporter().importPackages("io.meshwork.policy.evaluation");

        assertThatThrownBy(() -> PLAIN.check(canary))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Canary");
        assertThat(MAIN).isNotEmpty();
    }
}
