package io.meshwork.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ArchRule PLAIN_JAVA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.net.http..", "jakarta..")
            .because("a contract is checked on a laptop without a mesh; the module must not bring a framework with it");

    private static final ArchRule BROKERS_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.avro..", "org.apache.kafka..", "io.confluent..")
            .because("files are checked where there is no broker, and without its clients");

    private static final ArchRule ONE_PLACE_READS_DATA = noClasses()
            .that()
            .resideOutsideOfPackages("..engine.duckdb..", "..engine.jdbc..", "..engine.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.duckdb..", "java.nio.file..")
            .because("an engine can take the place of another");

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.meshwork.quality");

    @Test
    void dependsOnNoFramework() {
        assertThatCode(() -> PLAIN_JAVA.check(MODULE)).doesNotThrowAnyException();
        assertThatCode(() -> BROKERS_IN_ONE_PLACE.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    void readsDataInOnePlace() {
        assertThatCode(() -> ONE_PLACE_READS_DATA.check(MODULE)).doesNotThrowAnyException();
    }

    @Test
    void noticesTheCanary() {
        JavaClasses canary = new ClassFileImporter().importClasses(Canary.class);

        assertThat(PLAIN_JAVA.evaluate(canary).hasViolation()).isTrue();
        assertThat(BROKERS_IN_ONE_PLACE.evaluate(canary).hasViolation()).isTrue();
        assertThat(ONE_PLACE_READS_DATA.evaluate(canary).hasViolation()).isTrue();
    }

    /** Breaks the rules on purpose. */
    @SuppressWarnings("unused")
    private record Canary(
            java.sql.Connection connection,
            java.net.http.HttpClient client,
            org.apache.kafka.clients.admin.Admin admin) {}
}
