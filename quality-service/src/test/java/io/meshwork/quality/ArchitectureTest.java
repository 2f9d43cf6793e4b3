package io.meshwork.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import io.meshwork.quality.run.SpringInTheRootCanary;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.holdFor("quality");
    }

    @Test
    void noticesAFeatureThatKnowsATechnology() {
        JavaClasses canary = new ClassFileImporter().importClasses(SpringInTheRootCanary.class);

        assertThat(MeshRules.plainFeatures("io.meshwork.quality")
                        .evaluate(canary)
                        .hasViolation())
                .isTrue();
    }
}
