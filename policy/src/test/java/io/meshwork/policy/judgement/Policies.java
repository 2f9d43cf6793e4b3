package io.meshwork.policy.judgement;

import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.language.PolicyLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Policy sets for tests. */
final class Policies {

    static final PolicyReader READER = new PolicyReader(new PolicyLanguage());

    private Policies() {}

    static PolicySet set(long revision, String... documents) {
        return at(Instant.EPOCH, revision, Waivers.none(), documents);
    }

    static PolicySet at(Instant moment, long revision, Waivers waivers, String... documents) {
        List<PolicyRevision> policies = new ArrayList<>();
        for (String document : documents) {
            policies.add(
                    switch (READER.read(document)) {
                        case PolicyReading.Accepted(var policy, var tests) -> new PolicyRevision(policy, 1);
                        case PolicyReading.Refused(var problems) ->
                            throw new AssertionError(PolicyReader.text(problems));
                    });
        }
        return new PolicySet(revision, moment, policies, waivers);
    }

    static PolicySet starterPack() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/policies/starter"))) {
            return set(1, files.sorted().map(Policies::read).toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy with one rule. */
    static String policy(String id, String scope, String enforcement, String expression) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: A title}
                spec:
                  scope: "%s"
                  category: documentation
                  enforcement: %s
                  rules:
                    - id: the-rule
                      expression: "%s"
                      message: it is wrong
                      remediation: mend it
                """.formatted(id, scope, enforcement, expression);
    }
}
