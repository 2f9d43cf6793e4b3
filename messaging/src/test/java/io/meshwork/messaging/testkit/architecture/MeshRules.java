package io.meshwork.messaging.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules of CONTRIBUTING.md that a machine can hold; every module checks those that concern it. */
public final class MeshRules {

    private static final List<String> SERVICES = List.of("catalog", "policy", "quality", "notifier");

    /** Last parts of the packages that know a technology; all other packages of a service are features. */
    private static final Set<String> ADAPTERS =
            Set.of("kafka", "web", "jdbc", "slack", "webhook", "mail", "sse", "atom", "duckdb", "lucene", "files");

    private static final String[] TECHNOLOGY = {
        "org.springframework..",
        "org.apache.avro..",
        "org.apache.kafka..",
        "io.confluent..",
        "io.meshwork.events..",
        "io.meshwork.messaging.kafka..",
        "io.meshwork.messaging.jdbc..",
        "io.meshwork.messaging.web..",
        "io.meshwork.messaging.boot..",
        "java.sql..",
        "javax.sql..",
        "java.net.http..",
        "org.apache.hc..",
        "jakarta..",
        "tools.jackson.databind..",
        "com.fasterxml..",
        "com.slack..",
        "org.eclipse.angus..",
        "io.github.resilience4j..",
        "org.duckdb..",
        "org.apache.lucene.."
    };

    /** Of modules that have their name from a service, but that other services may use as well. */
    private static final String[] LIBRARIES = {"io.meshwork.policy.language"};

    private static final String VAGUE = "(Impl|Utils?|Helpers?|Managers?|Dto|DTO|Mapper)";

    public static final ArchRule SAYS_WHAT_IT_IS = ArchRuleDefinition.noClasses()
            .should()
            .haveNameMatching(".*" + VAGUE + "(\\$.*)?")
            .orShould()
            .resideInAnyPackage(
                    "..impl..",
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..common..",
                    "..manager..",
                    "..dto..",
                    "..mapper..")
            .because("a name that fits everything tells nobody where to look");

    public static final ArchRule BINDS_SETTINGS_AS_RECORDS = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
            .because("a setting in a record has a type, a default, a limit and one place");

    public static final ArchRule INJECTS_BY_CONSTRUCTOR =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("an object is whole when it is made");

    public static final ArchRule KEEPS_OFF_THE_CONSOLE =
            GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
                    "a log line has a level and key-values, and a command writes where picocli tells it to");

    public static final ArchRule TELLS_TIME_BY_JAVA_TIME = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    java.util.Date.class,
                    java.util.Calendar.class,
                    java.text.DateFormat.class,
                    java.util.TimeZone.class)
            .because("the old classes are mutable and know no unit; an Instant is always UTC");

    public static final ArchRule DECLARES_NULLNESS = ArchRuleDefinition.classes()
            .should(new InNullMarkedPackage())
            .because("NullAway looks at nothing in a package without @NullMarked");

    public static final ArchRule NAMES_LISTENERS_AFTER_EVENTS = ArchRuleDefinition.classes()
            .that(ListenerNaming.LISTENERS)
            .should(new ListenerNaming())
            .because("who looks for the way of a message finds its listener by the event's name")
            .allowEmptyShould(true);

    /** For every module with code. */
    public static final List<ArchRule> EVERYWHERE = List.of(
            SAYS_WHAT_IT_IS,
            BINDS_SETTINGS_AS_RECORDS,
            INJECTS_BY_CONSTRUCTOR,
            KEEPS_OFF_THE_CONSOLE,
            TELLS_TIME_BY_JAVA_TIME,
            DECLARES_NULLNESS);

    private MeshRules() {}

    /** The classes of a package and those below it, without tests. */
    public static JavaClasses mainClasses(String... packages) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packages);
    }

    /** Everything a service must hold, a test for each rule. */
    public static Stream<DynamicTest> holdFor(String service) {
        String root = root(service);
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(MeshRules::root)
                .toArray(String[]::new);
        return hold(
                mainClasses(root),
                Stream.concat(
                        EVERYWHERE.stream(),
                        Stream.of(
                                NAMES_LISTENERS_AFTER_EVENTS,
                                plainFeatures(root),
                                featuresWithoutAdapters(root),
                                sharesNoCode(root, others),
                                freeOfCycles(root))));
    }

    /** A test for each rule. */
    public static Stream<DynamicTest> hold(JavaClasses classes, Stream<ArchRule> rules) {
        return rules.map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    public static ArchRule plainFeatures(String root) {
        return ArchRuleDefinition.noClasses()
                .that(areFeatures(root))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TECHNOLOGY)
                .because("decisions are read and tested without the technology around them");
    }

    public static ArchRule featuresWithoutAdapters(String root) {
        return ArchRuleDefinition.noClasses()
                .that(areFeatures(root))
                .should()
                .dependOnClassesThat(areAdapters(root))
                .because("an adapter depends on its feature, not the other way round");
    }

    public static ArchRule sharesNoCode(String root, String... others) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                Stream.of(others).map(other -> other + "..").toArray(String[]::new))
                        .and(resideOutsideOfPackages(LIBRARIES)))
                .because("services share nothing but topics, or they could not be changed apart");
    }

    /** No part below this package needs, by whatever detour, one that needs it. */
    public static ArchRule freeOfCycles(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part can be understood without those that use it");
    }

    private static String root(String service) {
        return "io.meshwork." + service;
    }

    private static DescribedPredicate<JavaClass> areFeatures(String root) {
        return DescribedPredicate.describe(
                "are features in " + root, type -> type.getPackageName().startsWith(root + ".") && !isAdapter(type));
    }

    private static DescribedPredicate<JavaClass> areAdapters(String root) {
        return DescribedPredicate.describe(
                "are adapters in " + root, type -> type.getPackageName().startsWith(root + ".") && isAdapter(type));
    }

    private static boolean isAdapter(JavaClass type) {
        String name = type.getPackageName();
        return ADAPTERS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
