package io.meshwork.benchmarks;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime.Program;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.judgement.PolicyRevision;
import io.meshwork.policy.judgement.PolicySet;
import io.meshwork.policy.judgement.Waivers;
import io.meshwork.policy.language.Facts;
import io.meshwork.policy.language.PolicyLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules decided per second by one thread: by CEL itself, and by our policies, which count work, know types, and hold variables and
 * parameters. The same expressions on the same product, in turns.
 */
final class CelRate {

    /** What starter packs ask, in words that plain CEL knows as well. */
    static final List<String> EXPRESSIONS = List.of(
            "has(product.description) && product.description.size() >= 20",
            "product.classification in ['public', 'internal', 'confidential']",
            "product.owner.contact.endsWith('@example.com')",
            "product.name.matches('^[a-z0-9-]{1,63}$')",
            "product.outputPorts.exists(p, p.kind == 'event_stream')",
            "product.outputPorts.all(p, p.format in ['csv', 'parquet', 'avro', 'kafka'])",
            "product.schema.all(d, d.fields.all(f, has(f.description)))",
            "product.schema.exists(d, d.fields.exists(f, f.name == 'id'))",
            "product.qualityChecks.size() >= 2",
            "product.version.split('.').size() == 3 || product.version.startsWith('1.')");

    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 1_500_000_000L;

    private CelRate() {}

    /** Of the best round each, in rules per second. */
    record Rates(double library, double service) {}

    /** @param contract canonical JSON of a product that keeps all the rules */
    static Rates measure(String contract) throws Exception {
        List<Program> programs = programs();
        Map<String, Object> variables = Map.of("product", JsonMapper.shared().readValue(contract, Map.class));
        PolicySet set = policies();
        Facts facts = Facts.ofProduct(contract);
        double library = 0;
        double service = 0;
        for (int round = 0; round < ROUNDS; round++) {
            library = Math.max(library, rate(() -> {
                for (Program program : programs) {
                    if (!Boolean.TRUE.equals(program.eval(variables))) {
                        throw new WorkNotDoneException("every rule should hold");
                    }
                }
            }));
            service = Math.max(service, rate(() -> {
                if (!set.judge("domain-1.product", facts).violations().isEmpty()) {
                    throw new WorkNotDoneException("every rule should hold");
                }
            }));
        }
        return new Rates(library, service);
    }

    private interface Work {
        void once() throws Exception;
    }

    private static double rate(Work work) throws Exception {
        long begin = System.nanoTime();
        long times = 0;
        while (System.nanoTime() - begin < ROUND_NANOS) {
            work.once();
            times++;
        }
        return times * EXPRESSIONS.size() / ((System.nanoTime() - begin) / 1e9);
    }

    private static List<Program> programs() throws Exception {
        Cel cel = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("product", SimpleType.DYN)
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings())
                .build();
        List<Program> programs = new ArrayList<>();
        for (String expression : EXPRESSIONS) {
            programs.add((Program) cel.createProgram(cel.compile(expression).getAst()));
        }
        return programs;
    }

    private static PolicySet policies() {
        String rules = IntStream.range(0, EXPRESSIONS.size())
                .mapToObj(i ->
                        "    - {id: rule-%d, expression: \"%s\", message: wrong}\n".formatted(i, EXPRESSIONS.get(i)))
                .collect(Collectors.joining());
        String document = """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: rate, title: Ten rules}
                spec:
                  scope: global
                  category: documentation
                  enforcement: mandatory
                  rules:
                """ + rules;
        return switch (new PolicyReader(new PolicyLanguage()).read(document)) {
            case PolicyReading.Accepted(var policy, var tests) ->
                new PolicySet(1, Instant.EPOCH, List.of(new PolicyRevision(policy, 1)), Waivers.none());
            case PolicyReading.Refused(var problems) -> throw new WorkNotDoneException(problems.toString());
        };
    }
}
