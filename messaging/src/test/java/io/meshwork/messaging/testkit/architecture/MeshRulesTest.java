package io.meshwork.messaging.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shared rule reports the class that was written to break it. */
class MeshRulesTest {

    private static final String CANARIES = MeshRules.class.getPackageName() + ".canary";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(CANARIES);

    static Stream<Arguments> canaries() {
        return Stream.of(
                Arguments.of(MeshRules.SAYS_WHAT_IT_IS, "OrderManager"),
                Arguments.of(MeshRules.BINDS_SETTINGS_AS_RECORDS, "SettingByValue"),
                Arguments.of(MeshRules.INJECTS_BY_CONSTRUCTOR, "InjectedField"),
                Arguments.of(MeshRules.KEEPS_OFF_THE_CONSOLE, "Talkative"),
                Arguments.of(MeshRules.TELLS_TIME_BY_JAVA_TIME, "OldDate"),
                Arguments.of(MeshRules.DECLARES_NULLNESS, "OrderManager"),
                Arguments.of(MeshRules.NAMES_LISTENERS_AFTER_EVENTS, "WrongName is public"),
                Arguments.of(MeshRules.NAMES_LISTENERS_AFTER_EVENTS, "WrongName is not in a kafka package"),
                Arguments.of(MeshRules.NAMES_LISTENERS_AFTER_EVENTS, "should be called ProductPublishedListener"),
                Arguments.of(MeshRules.NAMES_LISTENERS_AFTER_EVENTS, "has the bean name 'published'"),
                Arguments.of(MeshRules.plainFeatures(CANARIES), "java.sql.Connection"),
                Arguments.of(MeshRules.featuresWithoutAdapters(CANARIES), "hen.jdbc.HenRows"),
                Arguments.of(MeshRules.sharesNoCode(CANARIES + ".hen", CANARIES + ".egg"), "egg.Egg"),
                Arguments.of(MeshRules.freeOfCycles(CANARIES), "Slice egg"));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void reportsItsCanary(ArchRule rule, String expected) {
        assertThat(rule.evaluate(CLASSES).getFailureReport().getDetails())
                .anySatisfy(violation -> assertThat(violation).contains(expected));
    }
}
