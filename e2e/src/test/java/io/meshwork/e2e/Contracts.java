package io.meshwork.e2e;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Contracts as a domain team writes them. */
final class Contracts {

    /** Every product of these tests keeps it. */
    static final String POLICY = """
            apiVersion: meshwork.io/v1
            kind: Policy
            metadata:
              id: has-a-name
              title: Every product has a name
              owner: governance
            spec:
              scope: global
              category: documentation
              enforcement: advisory
              rules:
                - id: named
                  expression: product.name != ''
                  message: the product has no name
                  remediation: Give it one.
            """;

    /** An advisory policy that no product complies with, after some ten milliseconds of thinking. */
    static String slowPolicy(String id) {
        String digits = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
        String thinking = "%1$s.all(a, %1$s.all(b, product.name != string(a * 10 + b)))".formatted(digits);
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: Nobody complies}
                spec:
                  scope: global
                  category: documentation
                  enforcement: advisory
                  rules:
                    - {id: never, expression: "false", message: never}
                """.formatted(id)
                + IntStream.range(0, 4)
                        .mapToObj(
                                i -> "    - {id: thinks-%d, expression: \"%s\", message: odd}\n".formatted(i, thinking))
                        .collect(Collectors.joining());
    }

    /** Those that the tests publish in. */
    static final List<String> DOMAINS = List.of("cart", "checkout", "load", "poison");

    private Contracts() {}

    static String domain(String name) {
        return """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: %1$s, owner: %1$s-team@example.com}
                spec: {description: The %1$s domain of the tests}
                """.formatted(name);
    }

    /** Satisfies every policy of the starter pack; its data is in {@code <name>.csv}. */
    static String compliant(String domain, String name) {
        return compliant(domain, name, name + ".csv");
    }

    /** @param data file below the allowed root */
    static String compliant(String domain, String name, String data) {
        return """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata:
                  name: %2$s
                  domain: %1$s
                  owner: %1$s-team@example.com
                  version: 1.0.0
                spec:
                  description: Orders of the %1$s domain
                  classification: internal
                  sla:
                    freshness: 1 hour
                    availability: 99.9%%
                  schema:
                    - name: id
                      type: string
                      description: Id of the order
                    - name: total
                      type: decimal
                      description: Price of the order
                  outputs:
                    - name: files
                      format: csv
                      location: %3$s
                    - name: stream
                      format: kafka
                      location: kafka://broker/%1$s.%2$s
                  governance:
                    retention: 3 years
                    access_policy: domain-internal
                  quality_checks:
                    - name: completeness
                      column: total
                      threshold: 0.9
                    - name: uniqueness
                      column: id
                      threshold: 1.0
                """.formatted(domain, name, data);
    }

    /** Lacks what a mandatory policy asks for. */
    static String unclassified(String domain, String name) {
        return compliant(domain, name).replace("  classification: internal\n", "");
    }

    static String csv(int rows) {
        return "id,total\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> "o-" + i + "," + i + ".50\n")
                        .collect(Collectors.joining());
    }
}
