package io.meshwork.catalog.template.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.meshwork.catalog.template.TemplateVersion;
import io.meshwork.contract.template.TemplateReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template.
 *
 * @param domain whose template it is
 * @param versions those that are offered, newest first
 * @param document as it was registered, YAML or JSON
 * @param principal who registered it
 */
@Schema(name = "Template")
record TemplateRepresentation(
        String name,
        String version,
        List<String> versions,
        String domain,
        String description,
        List<Parameter> parameters,
        String document,
        String principal,
        Instant registeredAt) {

    /**
     * What the template asks for.
     *
     * @param byDefault may name earlier parameters, as {@code ${name}}
     * @param choices the values that will do, empty for any
     * @param optional may be left out
     */
    @Schema(name = "TemplateParameter")
    record Parameter(
            String name,
            String type,
            String description,
            @JsonProperty("default") @Nullable String byDefault,
            List<String> choices,
            boolean optional) {}

    /**
     * @param offered versions of the template, newest first
     * @param document of the version
     */
    static TemplateRepresentation of(TemplateVersion template, List<TemplateVersion> offered, String document) {
        List<io.meshwork.contract.template.Parameter> parameters = switch (new TemplateReader().read(document)) {
            case TemplateReader.Result.Accepted(var read) -> read.parameters();
            // Was valid when it was registered; the document itself says all.
            case TemplateReader.Result.Refused _ -> List.of();
        };
        return new TemplateRepresentation(
                template.name(),
                template.version(),
                offered.stream().map(TemplateVersion::version).toList(),
                template.domain(),
                template.description(),
                parameters.stream().map(TemplateRepresentation::parameter).toList(),
                document,
                template.principal(),
                template.changedAt());
    }

    private static Parameter parameter(io.meshwork.contract.template.Parameter parameter) {
        return new Parameter(
                parameter.name(),
                parameter.type().name().toLowerCase(Locale.ROOT),
                parameter.description(),
                parameter.byDefault(),
                parameter.choices(),
                parameter.optional());
    }
}
