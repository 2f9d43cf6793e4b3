package io.meshwork.contract.domain;

import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.document.DocumentParser;
import io.meshwork.contract.read.document.Limits;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.read.value.Owners;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a domain's description in YAML or JSON; all problems at once, each with its place. */
public final class DomainReader {

    /** Largest document, in bytes of UTF-8. */
    public static final int MAX_BYTES = Limits.BYTES;

    public static final String KIND = "Domain";
    public static final String API_VERSION = "meshwork.io/v1";

    private static final int MOST_MEMBERS = 10_000;
    private static final int LONGEST_MEMBER = 255;

    /** What became of a document. */
    public sealed interface Result {
        record Accepted(DomainDescriptor domain) implements Result {}

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
        DomainDescriptor domain = root == null ? null : domain(Section.root(root, new Reading(problems)));
        return domain == null || problems.hasErrors()
                ? new Result.Refused(problems.sorted())
                : new Result.Accepted(domain);
    }

    private static @Nullable DomainDescriptor domain(Section root) {
        if (!KIND.equals(root.text("kind"))) {
            root.error("kind", "unknown", "the document describes no domain", "Write `kind: " + KIND + "`.");
        }
        if (!API_VERSION.equals(root.written("apiVersion"))) {
            root.error(
                    "apiVersion",
                    "unsupported",
                    "the apiVersion is not known",
                    "Write `apiVersion: " + API_VERSION + "`.");
        }
        Section metadata = root.section("metadata", "metadata");
        Section spec = root.section("spec", "spec");
        DomainDescriptor domain = metadata == null || spec == null ? missing(root) : domain(metadata, spec);
        root.closeStrictly();
        return domain;
    }

    private static @Nullable DomainDescriptor missing(Section root) {
        if (!root.has("metadata")) {
            root.missing("metadata", "Add `metadata:` with `name` and `owner`.");
        }
        if (!root.has("spec")) {
            root.missing("spec", "Add `spec:` with a `description`.");
        }
        return null;
    }

    private static DomainDescriptor domain(Section metadata, Section spec) {
        DomainDescriptor domain = new DomainDescriptor(
                name(metadata),
                metadata.text("title"),
                spec.required("description", "Say in a sentence what the domain is about."),
                Owners.read(metadata, "Name the team that answers for the domain, or its e-mail address."),
                members(spec));
        metadata.closeStrictly();
        spec.closeStrictly();
        return domain;
    }

    private static String name(Section metadata) {
        String name = metadata.required("name", "Name the domain, such as `sales`.");
        if (!name.isEmpty() && !Ids.isValid(name)) {
            String slug = Ids.slug(name);
            metadata.error(
                    "name",
                    "invalid",
                    "the name " + Quoted.of(name) + " must be 1 to 63 lower-case letters, digits and hyphens",
                    slug.isEmpty() ? "Choose another one." : "Write `" + slug + "`.");
        }
        return name;
    }

    private static List<String> members(Section spec) {
        List<String> members =
                spec.texts("members").stream().map(String::strip).distinct().toList();
        if (members.size() > MOST_MEMBERS) {
            spec.error(
                    "members",
                    "too-many",
                    "there are more than " + MOST_MEMBERS + " members",
                    "Name groups instead of people.");
        }
        if (members.stream().anyMatch(member -> member.isEmpty() || member.length() > LONGEST_MEMBER)) {
            spec.error(
                    "members",
                    "invalid",
                    "a member is empty or longer than " + LONGEST_MEMBER + " characters",
                    "Write user names, such as those of the identity provider.");
        }
        return members;
    }
}
