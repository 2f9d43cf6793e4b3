package io.meshwork.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What packs of policies ask, over and over; one in four products has no description. */
final class LargePolicy {

    private LargePolicy() {}

    static String of(String id, int rules) {
        List<String> expressions = CelRate.EXPRESSIONS;
        String all = IntStream.range(0, rules)
                .mapToObj(i -> "    - {id: rule-%d, expression: \"%s\", message: wrong}\n"
                        .formatted(i, expressions.get(i % expressions.size())))
                .collect(Collectors.joining());
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: A large policy}
                spec:
                  scope: global
                  category: documentation
                  enforcement: advisory
                  rules:
                """.formatted(id) + all;
    }
}
