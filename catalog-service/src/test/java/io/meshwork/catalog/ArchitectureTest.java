package io.meshwork.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.catalog.product.NotPlainJava;
import org.junit.jupiter.api.Test;

/** What a feature root may know. */
class ArchitectureTest {

    private static final ArchRule PLAIN = noClasses()
            .that()
            .resideInAPackage("io.meshwork.catalog.product")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.avro..",
                    "org.apache.kafka..",
                    "io.meshwork.events..",
                    "java.sql..",
                    "jakarta..",
                    "tools.jackson..",
                    "io.meshwork.catalog.product.(*)..")
            .because("decisions are read and tested without the technology around them");

    @Test
    void theFeatureRootIsPlainJava() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.meshwork.catalog");

        PLAIN.check(main);
    }

    @Test
    void theRuleFindsAClassThatIsNot() {
        JavaClasses canary = new ClassFileImporter().importClasses(NotPlainJava.class);

        assertThat(PLAIN.evaluate(canary).hasViolation()).isTrue();
    }
}
