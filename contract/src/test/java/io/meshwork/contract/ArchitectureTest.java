package io.meshwork.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.contract.model.CanaryThatReads;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchRule PLAIN_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.avro..", "org.apache.kafka..", "java.sql..", "java.net.http..")
            .because("the contract is what every module agrees on; it must not bring a framework with it");

    private static final ArchRule MODEL_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.meshwork.contract.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.meshwork.contract.read..", "tools.jackson..", "org.snakeyaml..")
            .because("the model is the same whatever document it was written in");

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.meshwork.contract");

    @Test
    void dependsOnNoFramework() {
        assertThatCode(() -> PLAIN_JAVA.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    void keepsTheModelFreeOfItsReaders() {
        assertThatCode(() -> MODEL_STANDS_ALONE.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    void wouldNoticeAFramework() {
        JavaClasses canary = new ClassFileImporter().importClasses(Canary.class);

        assertThatThrownBy(() -> PLAIN_JAVA.check(canary)).isInstanceOf(AssertionError.class);
    }

    @Test
    void wouldNoticeAModelThatKnowsItsReader() {
        JavaClasses canary = new ClassFileImporter().importClasses(CanaryThatReads.class);

        assertThatThrownBy(() -> MODEL_STANDS_ALONE.check(canary)).isInstanceOf(AssertionError.class);
    }

    /** Breaks the rule on purpose. */
    @SuppressWarnings("unused")
    private record Canary(java.sql.Connection connection) {}
}
