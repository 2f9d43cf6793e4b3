package io.meshwork.e2e.compose;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's settings as its own files and these environment variables make them, bound as Spring binds them. */
final class ServiceConfiguration {

    private static final Map<String, String> SPRING_SETTINGS = springSettings();

    private final String service;
    private final Set<String> variables;
    private final ConfigurationPropertySource ofVariables;
    private final ConfigurableEnvironment environment = new StandardEnvironment();

    ServiceConfiguration(String service, Map<String, String> variables) {
        this.service = service;
        this.variables = variables.keySet();
        var source = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables));
        ofVariables = ConfigurationPropertySources.from(source).iterator().next();
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
        sources.addLast(new MapPropertySource("start", Map.of("spring.config.name", service + "-service")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
    }

    /** A setting of the service, with what its files say when no variable does. */
    String setting(String name) {
        return environment.getProperty(name);
    }

    <T> T setting(String name, Class<T> type) {
        return Binder.get(environment).bind(name, Bindable.of(type)).get();
    }

    /** Our own settings records, bound; fails on a value that cannot be converted. */
    List<Object> records() {
        List<Object> bound = new ArrayList<>();
        ourSettings()
                .forEach((type, prefix) -> bound.add(Binder.get(environment).bindOrCreate(prefix, Bindable.of(type))));
        return bound;
    }

    /** The variables that no setting of the service takes, such as a misspelt one. */
    Set<String> unknownVariables() {
        Set<String> unknown = new TreeSet<>(variables);
        unknown.removeAll(takenByOurs());
        unknown.removeAll(takenBySpring());
        return unknown;
    }

    private Set<String> takenByOurs() {
        Set<String> taken = new TreeSet<>();
        BindHandler watch = new BindHandler() {
            @Override
            public Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                add(taken, context.getConfigurationProperty());
                return result;
            }
        };
        ourSettings().forEach((type, prefix) -> Binder.get(environment).bindOrCreate(prefix, Bindable.of(type), watch));
        return taken;
    }

    private Set<String> takenBySpring() {
        Set<String> taken = new TreeSet<>();
        SPRING_SETTINGS.forEach((name, type) -> {
            ConfigurationPropertyName setting = ConfigurationPropertyName.of(name);
            add(taken, ofVariables.getConfigurationProperty(setting));
            if (type.startsWith("java.util.Map")) {
                ((IterableConfigurationPropertySource) ofVariables)
                        .stream()
                                .filter(setting::isAncestorOf)
                                .forEach(entry -> add(taken, ofVariables.getConfigurationProperty(entry)));
            }
        });
        return taken;
    }

    private void add(Set<String> taken, ConfigurationProperty property) {
        if (property != null
                && property.getOrigin() instanceof PropertySourceOrigin origin
                && origin.getPropertySource() instanceof SystemEnvironmentPropertySource) {
            taken.add(origin.getPropertyName());
        }
    }

    /** Every {@code @ConfigurationProperties} record of the service and of messaging, with its prefix. */
    private Map<Class<?>, String> ourSettings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<Class<?>, String> settings = new TreeMap<>(java.util.Comparator.comparing(Class::getName));
        for (String root : List.of("io.meshwork.messaging", "io.meshwork." + service)) {
            scanner.findCandidateComponents(root).forEach(found -> {
                String name = ((AnnotatedBeanDefinition) found).getMetadata().getClassName();
                Class<?> type = ClassUtils.resolveClassName(name, getClass().getClassLoader());
                settings.put(
                        type,
                        AnnotatedElementUtils.findMergedAnnotation(type, ConfigurationProperties.class)
                                .prefix());
            });
        }
        return settings;
    }

    /** Name and type of every setting of the libraries on the class path, without those that no longer do anything. */
    private static Map<String, String> springSettings() {
        Map<String, String> settings = new TreeMap<>();
        try {
            for (URL file : Collections.list(ServiceConfiguration.class
                    .getClassLoader()
                    .getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream json = file.openStream()) {
                    JsonNode root = new JsonMapper().readTree(json);
                    root.path("properties").forEach(property -> {
                        String name = property.path("name").asString("");
                        boolean gone = property.path("deprecation")
                                .path("level")
                                .asString("")
                                .equals("error");
                        if (!gone && ConfigurationPropertyName.isValid(name)) {
                            settings.put(name, property.path("type").asString(""));
                        }
                    });
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the class path cannot be read", e);
        }
        return settings;
    }
}
