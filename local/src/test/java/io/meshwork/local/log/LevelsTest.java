package io.meshwork.local.log;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Services that share our process log as those that have one of their own. */
class LevelsTest {

    private static final String PREFIX = "logging.level.";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"messaging.yaml", "catalog-service.yaml"})
    void whatAServiceDoesNotLogByItselfIsNotLoggedHereEither(String settings) throws Exception {
        Map<String, Level> levels = levels(settings);
        LoggerContext here = here();

        assertThat(levels)
                .isNotEmpty()
                .allSatisfy((logger, level) ->
                        assertThat(here.getLogger(logger).getEffectiveLevel()).isEqualTo(level));
    }

    @Test
    void theTestReadsTheLevelsOfServices() {
        assertThat(levels("messaging.yaml")).containsEntry("org.apache.kafka", Level.WARN);
    }

    private LoggerContext here() throws Exception {
        LoggerContext context = new LoggerContext();
        context.putProperty("mesh.home", home + File.separator);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LevelsTest.class.getResource("/io/meshwork/local/logback.xml"));
        context.getLogger("ROOT").detachAndStopAllAppenders();
        return context;
    }

    private static Map<String, Level> levels(String settings) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(settings));
        Properties properties = yaml.getObject();
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .collect(toMap(
                        name -> name.substring(PREFIX.length()).replace("root", "ROOT"),
                        name -> Level.toLevel(properties.getProperty(name))));
    }
}
