package io.meshwork.cli.document;

import io.meshwork.contract.domain.DomainDescriptor;
import io.meshwork.contract.domain.DomainReader;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a file turned out to be. */
public sealed interface MeshDocument {

    record Contract(DataProduct product, List<Problem> warnings) implements MeshDocument {}

    record DomainDescription(DomainDescriptor domain) implements MeshDocument {}

    /**
     * @param isDomain it says that it is a domain
     * @param problems errors, and warnings
     */
    record Invalid(boolean isDomain, List<Problem> problems) implements MeshDocument {}

    /** What a file says it is is decided by its first so many bytes. */
    int HEAD = 64 * 1024;

    /** A kind that is ours; data and the files of other tools are YAML and JSON too. */
    Pattern OURS = kind("DataContract|DataProduct|" + DomainReader.KIND);

    Pattern DOMAIN = kind(DomainReader.KIND);

    private static Pattern kind(String kinds) {
        return Pattern.compile("(?m)(?:^|[{,])\\s*[\"']?kind[\"']?\\s*:\\s*[\"']?(?:" + kinds + ")\\b");
    }

    /** Whatever is no domain is read as a contract, whose reader says what is wrong with it. */
    static MeshDocument read(Path file) throws IOException {
        byte[] content = content(file);
        return says(DOMAIN, content) ? domain(content) : contract(content);
    }

    /** Whether the file says that it is a contract or a domain. */
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
            case DomainReader.Result.Refused(var problems) -> new Invalid(true, problems);
        };
    }

    private static MeshDocument contract(byte[] content) {
        return switch (new ContractReader().read(content)) {
            case ReadResult.Accepted accepted -> new Contract(accepted.product(), accepted.warnings());
            case ReadResult.Refused refused -> new Invalid(false, refused.problems());
        };
    }

    /** One byte more than the reader takes is enough for it to say that the document is too large. */
    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ContractReader.MAX_BYTES + 1);
        }
    }
}
