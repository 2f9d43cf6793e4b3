package io.meshwork.contract.template;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.document.DocumentParser;
import io.meshwork.contract.read.document.Limits;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.version.SemanticVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads templates; all problems at once, each with its place. */
public final class TemplateReader {

    public static final int MAX_BYTES = Limits.BYTES;

    public static final String KIND = "ContractTemplate";

    private static final String API_VERSION = "meshwork.io/v1";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final List<String> TYPES = Arrays.stream(Parameter.Type.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();

    /** What became of a document. */
    public sealed interface Result {
        record Accepted(Template template) implements Result {}

        /** @param problems in the order of the document */
        record Refused(List<Problem> problems) implements Result {}
    }

    /** Reads UTF-8, with or without a byte order mark. */
    public Result read(byte[] document) {
        Problems problems = new Problems();
        return result(DocumentParser.parse(document, problems), problems);
    }

    public Result read(String document) {
        Problems problems = new Problems();
        return result(DocumentParser.parse(document, problems), problems);
    }

    private static Result result(@Nullable Mapping root, Problems problems) {
        Template template = root == null ? null : template(Section.root(root, new Reading(problems)));
        return template == null || problems.hasErrors()
                ? new Result.Refused(problems.sorted())
                : new Result.Accepted(template);
    }

    private static Template template(Section root) {
        if (!KIND.equals(root.text("kind"))) {
            root.error("kind", "unknown", "the document is no template", "Write `kind: " + KIND + "`.");
        }
        if (!API_VERSION.equals(root.written("apiVersion"))) {
            root.error(
                    "apiVersion",
                    "unsupported",
                    "the apiVersion is not known",
                    "Write `apiVersion: " + API_VERSION + "`.");
        }
        String name = root.name("name", "Name the template: lower-case letters, digits and hyphens.");
        if (!name.isEmpty() && !Ids.isValid(name)) {
            root.error("name", "invalid", Quoted.of(name) + " is no id", "Write `" + Ids.slug(name) + "`.");
        }
        String version = root.required("version", "Write the template's version, such as 1.0.0.");
        if (!version.isEmpty() && SemanticVersion.parse(version).isEmpty()) {
            root.error("version", "invalid", Quoted.of(version) + " is no version", "Write MAJOR.MINOR.PATCH.");
        }
        String domain = root.text("domain");
        if (domain != null && !Ids.isValid(domain)) {
            root.error("domain", "invalid", Quoted.of(domain) + " is no id", "Write `" + Ids.slug(domain) + "`.");
        }
        String description = root.required("description", "Say what the template is for.");
        List<Parameter> parameters = parameters(root);
        Map<String, @Nullable Object> contract = contract(root, parameters);
        root.closeStrictly();
        return new Template(name, version, domain, description, parameters, contract);
    }

    private static List<Parameter> parameters(Section root) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        for (Section section : root.sections("parameters", "parameter")) {
            Parameter parameter = parameter(section);
            if (!NAME.matcher(parameter.name()).matches()) {
                section.error(
                        "name",
                        "invalid",
                        Quoted.of(parameter.name()) + " is no name of a parameter",
                        "Write lower-case letters, digits and underscores.");
            } else if (earlier.contains(parameter.name())) {
                section.error(
                        "name",
                        "duplicate",
                        "there are two parameters `" + parameter.name() + "`",
                        "Rename one of them.");
            }
            checkDefault(section, parameter, earlier);
            earlier.add(parameter.name());
            parameters.add(parameter);
        }
        return parameters;
    }

    private static Parameter parameter(Section section) {
        String type = section.required("type", "Write one of " + String.join(", ", TYPES) + ".");
        if (!type.isEmpty() && Parameter.Type.fromText(type).isEmpty()) {
            section.error(
                    "type",
                    "unknown",
                    "the type " + Quoted.of(type) + " is not known",
                    Suggestions.didYouMean(type, TYPES) + "Write one of " + String.join(", ", TYPES) + ".");
        }
        Parameter parameter = new Parameter(
                section.name("name", "Name the parameter."),
                Parameter.Type.fromText(type).orElse(Parameter.Type.TEXT),
                section.required("description", "Say what it means: people are asked for it."),
                section.written("default"),
                section.texts("choices"),
                section.flag("optional"));
        section.closeStrictly();
        return parameter;
    }

    /** A default without placeholders must be a value of its type; one with them may only name earlier parameters. */
    private static void checkDefault(Section section, Parameter parameter, Set<String> earlier) {
        String byDefault = parameter.byDefault();
        if (byDefault == null) {
            return;
        }
        Set<String> used = Placeholders.in(byDefault);
        Set<String> later = new HashSet<>(used);
        later.removeAll(earlier);
        String obstacle =
                used.isEmpty() || byDefault.length() > Parameter.LONGEST ? parameter.obstacle(byDefault) : null;
        if (!later.isEmpty()) {
            section.error(
                    "default",
                    "dangling",
                    "the default uses " + String.join(", ", later) + ", which no earlier parameter is called",
                    "Move that parameter up, or correct its name.");
        } else if (obstacle != null) {
            section.error("default", "invalid", "the default " + obstacle, "Write a value that will do, or none.");
        }
    }

    private static Map<String, @Nullable Object> contract(Section root, List<Parameter> parameters) {
        Section section = root.section("contract", "contract");
        if (section == null) {
            root.missing("contract", "Write the contract below `contract:`, with ${name} where a parameter belongs.");
            return Map.of();
        }
        Map<String, @Nullable Object> contract = section.plain();
        Set<String> known =
                new HashSet<>(parameters.stream().map(Parameter::name).toList());
        Placeholders.in(contract).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> root.error(
                        "contract",
                        "dangling",
                        "the contract uses ${" + name + "}, and there is no such parameter",
                        Suggestions.didYouMean(name, known.stream().sorted().toList())
                                + "Add it to `parameters`, or correct its name."));
        return contract;
    }
}
