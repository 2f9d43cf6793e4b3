package io.meshwork.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.meshwork.catalog.CatalogService;
import io.meshwork.local.broker.BrokerMain;
import io.meshwork.messaging.testkit.architecture.MeshRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final ArchRule ONE_PLACE_NAMES_THE_SERVICES = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(MeshServices.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.meshwork.catalog..", "io.meshwork.policy..", "io.meshwork.quality..", "io.meshwork.notifier..")
            .because("the platform starts and watches services, and knows nothing of what they do");

    /** BrokerMain is the main class of the broker's own process, and formats its storage on that process's console. */
    @TestFactory
    Stream<DynamicTest> holds() {
        return MeshRules.hold(
                MeshRules.mainClasses("io.meshwork.local").that(not(type(BrokerMain.class))),
                Stream.concat(MeshRules.EVERYWHERE.stream(), Stream.of(ONE_PLACE_NAMES_THE_SERVICES)));
    }

    /** Those two come before the module that has the shared rules. */
    @TestFactory
    Stream<DynamicTest> holdsForContractAndSchemas() {
        return MeshRules.hold(
                MeshRules.mainClasses("io.meshwork.contract", "io.meshwork.schemas"), MeshRules.EVERYWHERE.stream());
    }

    @Test
    void noticesTheCanary() {
        var canary = new ClassFileImporter().importClasses(Canary.class);

        assertThat(ONE_PLACE_NAMES_THE_SERVICES.evaluate(canary).hasViolation()).isTrue();
    }

    /** Breaks the rule on purpose. */
    private record Canary(CatalogService service) {}
}
