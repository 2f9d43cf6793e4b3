package io.meshwork.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import io.meshwork.policy.evaluation.Canary;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.holdFor("policy");
    }

    @Test
    void noticesTheCanary() {
        JavaClasses canary = new ClassFileImporter().importClasses(Canary.class);

        assertThat(MeshRules.plainFeatures("io.meshwork.policy")
                        .evaluate(canary)
                        .hasViolation())
                .isTrue();
    }
}
