package io.meshwork.schemas.compatibility;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Decides whether a topic's schema keeps what the topic promised to those who already read and write it.
 *
 * <p>Avro has the last word on reading and writing; on top come the rules that keep a schema evolvable: documented
 * records and fields, enums with an UNKNOWN default, new fields with defaults, unions that never grow, names and logical
 * types that stay.
 */
public final class SchemaCompatibilityGate {

    /**
     * Checks one topic's schema against our rules and against the released ones.
     *
     * @param topic named in the violations
     * @param released oldest first; empty when the topic is new
     */
    public List<Violation> check(String topic, Compatibility level, Schema current, List<Schema> released) {
        Set<Finding> findings = new LinkedHashSet<>(SchemaStyle.findings(current));
        for (Schema before : relevant(level, released)) {
            List<Finding> avro = avro(level, current, before);
            Set<SchemaPlace> explained = new LinkedHashSet<>(places(avro));
            findings.addAll(avro);
            EvolutionRules.findings(current, before).stream()
                    .filter(finding -> !explained.contains(finding.place()))
                    .forEach(findings::add);
        }
        return on(topic, findings);
    }

    /**
     * Only what Avro itself refuses at the topic's level, which is what a registry would refuse too.
     *
     * @param registered oldest first
     */
    public List<Violation> incompatibilities(
            String topic, Compatibility level, Schema current, List<Schema> registered) {
        Set<Finding> findings = new LinkedHashSet<>();
        for (Schema before : relevant(level, registered)) {
            findings.addAll(avro(level, current, before));
        }
        return on(topic, findings);
    }

    private static List<Finding> avro(Compatibility level, Schema current, Schema before) {
        List<Finding> findings = new ArrayList<>();
        if (level.backward()) {
            findings.addAll(AvroPromise.backward(current, before).findings());
        }
        if (level.forward()) {
            AvroPromise.forward(current, before).findings().stream()
                    .filter(finding -> !places(findings).contains(finding.place()))
                    .toList()
                    .forEach(findings::add);
        }
        return findings;
    }

    private static List<Schema> relevant(Compatibility level, List<Schema> released) {
        if (level == Compatibility.NONE || released.isEmpty()) {
            return List.of();
        }
        return level.transitive() ? released : List.of(released.getLast());
    }

    private static List<SchemaPlace> places(List<Finding> findings) {
        return findings.stream().map(Finding::place).toList();
    }

    private static List<Violation> on(String topic, Set<Finding> findings) {
        return findings.stream().map(finding -> finding.on(topic)).toList();
    }
}
