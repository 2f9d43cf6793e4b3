package io.meshwork.cli.publish;

import io.meshwork.contract.domain.DomainDescriptor;
import io.meshwork.contract.template.Template;

/**
 * What products and contracts build on, and where the catalog keeps it.
 *
 * @param what domain or template
 * @param path below {@code /api/v1/}
 * @param done what has been done when the catalog has it, for people
 */
record Definition(String what, String path, String done) {

    static Definition of(DomainDescriptor domain) {
        return new Definition("domain", "domains/" + domain.name(), "described domain " + domain.name());
    }

    static Definition of(Template template) {
        return new Definition(
                "template",
                "templates/" + template.name() + "/" + template.version(),
                "registered template " + template.reference());
    }
}
