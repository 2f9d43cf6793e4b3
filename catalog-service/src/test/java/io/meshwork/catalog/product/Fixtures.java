package io.meshwork.catalog.product;

import io.meshwork.catalog.domain.KnownDomains;
import io.meshwork.contract.version.SemanticVersion;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has happened to a product, in the words of the decisions. */
public final class Fixtures {

    public static final Instant SUBMITTED = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00.250Z");
    /** Only the domain of the fixtures exists. */
    public static final KnownDomains DOMAINS = domains -> domains.contains("shop") ? Set.of("shop") : Set.of();

    private static final Caller LOCAL = new Caller.Unproven("local", "no token asked for");

    private Fixtures() {}

    public static Request request(String productId, String document) {
        return request(productId, document, (Long) null);
    }

    public static Request request(String productId, String document, Long expectedRevision) {
        UUID id = UUID.randomUUID();
        return new Request(
                id,
                productId,
                "publish",
                document,
                "application/yaml",
                expectedRevision,
                VersionRequest.NONE,
                LOCAL,
                SUBMITTED,
                cause(id));
    }

    public static Request request(String productId, String action, VersionRequest about) {
        UUID id = UUID.randomUUID();
        return new Request(id, productId, action, "", "", null, about, LOCAL, SUBMITTED, cause(id));
    }

    public static Submission submission(String document) {
        return submission(document, null);
    }

    public static Submission submission(String document, Long expectedRevision) {
        var contract = Contracts.read(document);
        return new Submission(
                request(contract.product().id(), document, expectedRevision),
                contract,
                SemanticVersion.parse(contract.product().version()).orElseThrow());
    }

    public static Cause cause(UUID id) {
        return new Cause(id, id.toString(), null);
    }

    public static Verdict verdict(String word, String... messages) {
        return verdict(1, word, messages);
    }

    public static Verdict verdict(long policySetRevision, String word, String... messages) {
        return new Verdict(
                policySetRevision,
                word,
                3,
                List.of(messages).stream()
                        .map(message -> new Verdict.Violation(
                                "retention", 2, "stated", "compliance", "mandatory", message, "State it.", null, null))
                        .toList(),
                NOW);
    }

    public static Score score(String status, Score.Check... checks) {
        return score(1, status, checks);
    }

    public static Score score(long run, String status, Score.Check... checks) {
        return new Score(run, status, 0.97, null, Map.of("completeness", 0.97), List.of(checks), 100L, NOW);
    }

    public static Score.Check check(String severity, String status, String message) {
        return new Score.Check(
                "id-complete",
                "orders",
                List.of("id"),
                "completeness",
                "null_values",
                severity,
                status,
                3.0,
                "= 0",
                0.97,
                100L,
                3L,
                message);
    }
}
