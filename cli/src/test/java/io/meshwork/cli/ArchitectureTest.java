package io.meshwork.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import java.sql.Connection;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.ApplicationContext;

class ArchitectureTest {

    private static final ArchRule NEEDS_NO_MESH = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.meshwork.messaging..", "io.meshwork.local..")
            .because("a command starts in the blink of an eye, on a machine that runs nothing of ours");

    private static final ArchRule ONE_PLACE_READS_DATABASES = noClasses()
            .that()
            .resideOutsideOfPackages("..importing.source.duckdb..", "..importing.source.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..")
            .because("the mesh's own databases belong to its services");

    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.hold(
                MeshRules.mainClasses("io.meshwork.cli"),
                Stream.concat(
                        MeshRules.EVERYWHERE.stream(),
                        Stream.of(
                                NEEDS_NO_MESH, ONE_PLACE_READS_DATABASES, MeshRules.freeOfCycles("io.meshwork.cli"))));
    }

    @Test
    void noticesTheCanary() {
        var canary = new ClassFileImporter().importClasses(Canary.class);

        assertThat(NEEDS_NO_MESH.evaluate(canary).hasViolation()).isTrue();
        assertThat(ONE_PLACE_READS_DATABASES.evaluate(canary).hasViolation()).isTrue();
    }

    /** Breaks the rule on purpose. */
    private record Canary(ApplicationContext context, Connection connection) {}
}
