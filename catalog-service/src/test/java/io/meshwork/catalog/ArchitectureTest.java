package io.meshwork.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.meshwork.catalog.product.NotPlainJava;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.holdFor("catalog");
    }

    @Test
    void noticesAFeatureThatKnowsATechnology() {
        JavaClasses canary = new ClassFileImporter().importClasses(NotPlainJava.class);

        assertThat(MeshRules.plainFeatures("io.meshwork.catalog")
                        .evaluate(canary)
                        .hasViolation())
                .isTrue();
    }
}
