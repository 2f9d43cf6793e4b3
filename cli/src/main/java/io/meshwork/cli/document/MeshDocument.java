package io.meshwork.cli.document;

import io.meshwork.contract.domain.DomainDescriptor;
import io.meshwork.contract.domain.DomainReader;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.read.document.DocumentParser;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.template.Template;
import io.meshwork.contract.template.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a file turned out to be. */
public sealed interface MeshDocument {

    record Contract(DataProduct product, List<Problem> warnings) implements MeshDocument {}

    record DomainDescription(DomainDescriptor domain) implements MeshDocument {}

    record ContractTemplate(Template template) implements MeshDocument {}

    /**
     * @param kind what it says it is
     * @param problems errors, and warnings
     */
    record Invalid(Kind kind, List<Problem> problems) implements MeshDocument {}

    /** What a document may say it is. */
    enum Kind {
        CONTRACT("contract"),
        DOMAIN("description of a domain"),
        TEMPLATE("template");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What a file says it is is decided by its first so many bytes. */
    int HEAD = 64 * 1024;

    /** A kind that is ours; data and the files of other tools are YAML and JSON too. */
    Pattern OURS = kind("DataContract|DataProduct|" + DomainReader.KIND + "|" + TemplateReader.KIND);

    Pattern DOMAIN = kind(DomainReader.KIND);

    Pattern TEMPLATE = kind(TemplateReader.KIND);

    private static Pattern kind(String kinds) {
        return Pattern.compile("(?m)(?:^|[{,])\\s*[\"']?kind[\"']?\\s*:\\s*[\"']?(?:" + kinds + ")\\b");
    }

    /** Whatever does not say that it is something else is read as a contract, whose reader says what is wrong with it. */
    static MeshDocument read(Path file) throws IOException {
        byte[] content = content(file);
        return switch (kind(content)) {
            case CONTRACT -> contract(content);
            case DOMAIN -> domain(content);
            case TEMPLATE -> template(content);
        };
    }

    /** What the root says, as others may be quoted further down; when it cannot be read, what is said anywhere. */
    private static Kind kind(byte[] content) {
        boolean template = says(TEMPLATE, content);
        if (!template && !says(DOMAIN, content)) {
            return Kind.CONTRACT;
        }
        Node.Mapping root = DocumentParser.parse(content, new Problems());
        if (root == null) {
            return template ? Kind.TEMPLATE : Kind.DOMAIN;
        }
        Object kind = root.plain() instanceof Map<?, ?> plain ? plain.get("kind") : null;
        return TemplateReader.KIND.equals(kind)
                ? Kind.TEMPLATE
                : DomainReader.KIND.equals(kind) ? Kind.DOMAIN : Kind.CONTRACT;
    }

    /** Whether the file says that it is one of these. */
    static boolean isOurs(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return says(OURS, in.readNBytes(HEAD));
        }
    }

    private static boolean says(Pattern kind, byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        return kind.matcher(head).find();
    }

    private static MeshDocument domain(byte[] content) {
        return switch (new DomainReader().read(content)) {
            case DomainReader.Result.Accepted(var domain) -> new DomainDescription(domain);
            case DomainReader.Result.Refused(var problems) -> new Invalid(Kind.DOMAIN, problems);
        };
    }

    private static MeshDocument template(byte[] content) {
        return switch (new TemplateReader().read(content)) {
            case TemplateReader.Result.Accepted(var template) -> new ContractTemplate(template);
            case TemplateReader.Result.Refused(var problems) -> new Invalid(Kind.TEMPLATE, problems);
        };
    }

    private static MeshDocument contract(byte[] content) {
        return switch (new ContractReader().read(content)) {
            case ReadResult.Accepted accepted -> new Contract(accepted.product(), accepted.warnings());
            case ReadResult.Refused refused -> new Invalid(Kind.CONTRACT, refused.problems());
        };
    }

    /** One byte more than the reader takes is enough for it to say that the document is too large. */
    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ContractReader.MAX_BYTES + 1);
        }
    }
}
