package io.meshwork.catalog.discovery.lucene;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index of this replica. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class IndexConfiguration {

    @Bean
    LuceneIndex searchIndex(IndexSettings settings) {
        return new LuceneIndex(new IndexFiles(settings.directory()));
    }
}
