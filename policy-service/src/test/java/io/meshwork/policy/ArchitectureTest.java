package io.meshwork.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import io.meshwork.policy.evaluation.Canary;
import io.meshwork.policy.language.CanaryThatReadsFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final ArchRule LANGUAGE = noClasses()
            .that()
            .resideInAPackage("io.meshwork.policy.language")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.meshwork.policy.define..", "io.meshwork.policy.evaluation..", "java.nio.file..")
            .because("an expression sees the product and nothing else");

    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.holdFor("policy");
    }

    @Test
    void keepsExpressionsToTheProduct() {
        LANGUAGE.check(MeshRules.mainClasses("io.meshwork.policy"));
    }

    @Test
    void noticesTheCanaries() {
        JavaClasses canaries = new ClassFileImporter().importClasses(Canary.class, CanaryThatReadsFiles.class);

        assertThat(MeshRules.plainFeatures("io.meshwork.policy")
                        .evaluate(canaries)
                        .hasViolation())
                .isTrue();
        assertThat(LANGUAGE.evaluate(canaries).hasViolation()).isTrue();
    }
}
