package io.meshwork.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What domains are needed for.
 *
 * @param unknown what becomes of a product whose domain nobody has described. Default reject
 */
@Validated
@ConfigurationProperties("mesh.catalog.domains")
record DomainSettings(@DefaultValue("reject") Unknown unknown) {

    enum Unknown {
        REJECT,
        ACCEPT
    }
}
