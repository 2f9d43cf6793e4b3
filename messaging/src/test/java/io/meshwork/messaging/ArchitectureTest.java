package io.meshwork.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.messaging.jdbc.CanaryThatKnowsKafkaClients;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final ArchRule TABLES_KNOW_NO_CLIENT = noClasses()
            .that()
            .resideInAPackage("io.meshwork.messaging.jdbc")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.clients.producer..",
                    "org.springframework.kafka..",
                    "io.meshwork.messaging.boot..")
            .because("what is stored is decided before and published after, never in between");

    private static final ArchRule WIRING_STAYS_IN_BOOT = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
            .should()
            .resideInAPackage("io.meshwork.messaging.boot")
            .because("the rest can be put together by hand in a test");

    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.hold(
                MeshRules.mainClasses("io.meshwork.messaging"),
                Stream.concat(MeshRules.EVERYWHERE.stream(), Stream.of(TABLES_KNOW_NO_CLIENT, WIRING_STAYS_IN_BOOT)));
    }

    @Test
    void noticesTheCanary() {
        JavaClasses canary = new ClassFileImporter().importClasses(CanaryThatKnowsKafkaClients.class);

        assertThat(TABLES_KNOW_NO_CLIENT.evaluate(canary).hasViolation()).isTrue();
        assertThat(WIRING_STAYS_IN_BOOT.evaluate(canary).hasViolation()).isTrue();
    }
}
