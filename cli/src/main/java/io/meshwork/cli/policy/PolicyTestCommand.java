package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import io.meshwork.cli.Unreadable;
import io.meshwork.contract.read.Problem;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.language.PolicyLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mesh policy test}: the tests that policies bring along, without a mesh. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Checks policies and runs the tests that they bring along, without a running mesh.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every policy is valid, and every test passes",
            "1:a policy has errors, or a test fails",
            "2:wrong options, a file cannot be read, or there is none"
        })
final class PolicyTestCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "Policies in YAML or JSON; of a folder, every one in it and below.")
    private List<Path> places = List.of();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final PolicyReader reader = new PolicyReader(new PolicyLanguage());

    /**
     * What became of a file.
     *
     * @param policy its id; empty when it cannot be read
     * @param tests how many there are
     */
    private record Tested(String file, String policy, int tests, List<Problem> problems) {}

    @Override
    public Integer call() {
        List<Tested> results = new ArrayList<>();
        for (Path place : places) {
            try {
                for (Path file : PolicyFiles.of(place)) {
                    results.add(test(file));
                }
            } catch (IOException | UncheckedIOException e) {
                return unusable(Unreadable.fileOrFolder(place));
            }
        }
        if (results.isEmpty()) {
            return unusable("There is no policy in " + places.getFirst()
                    + ": no YAML or JSON file in it has the `kind` Policy.");
        }
        output.write(spec.commandLine().getOut(), results, lines(results));
        return results.stream().allMatch(one -> one.problems().isEmpty()) ? ExitCode.OK : ExitCode.REFUSED;
    }

    private int unusable(String message) {
        spec.commandLine().getErr().println(message);
        return ExitCode.USAGE;
    }

    private Tested test(Path file) throws IOException {
        String document = PolicyFiles.read(file);
        return switch (reader.read(document)) {
            case PolicyReading.Refused(var problems) -> new Tested(file.toString(), "", 0, problems);
            case PolicyReading.Accepted(var policy, var tests) ->
                new Tested(
                        file.toString(),
                        policy.id(),
                        tests.size(),
                        reader.readTested(document) instanceof PolicyReading.Refused(var failures)
                                ? failures
                                : List.of());
        };
    }

    private static List<String> lines(List<Tested> results) {
        List<String> lines = new ArrayList<>();
        int tests = 0;
        int failed = 0;
        for (Tested one : results) {
            for (Problem problem : one.problems()) {
                lines.add(one.file() + ":" + problem.line() + ":" + problem.column() + " error " + problem.code() + " "
                        + problem.message());
                lines.add("  " + problem.advice());
            }
            tests += one.tests();
            failed += one.policy().isEmpty() ? 0 : one.problems().size();
            lines.add(one.file() + ": " + summary(one));
        }
        if (results.size() > 1) {
            lines.add(results.size() + " policies, " + count(tests) + (failed == 0 ? "" : ", " + failed + " failed"));
        }
        return lines;
    }

    private static String summary(Tested one) {
        if (one.policy().isEmpty()) {
            return "invalid, " + one.problems().size() + (one.problems().size() == 1 ? " error" : " errors");
        }
        if (one.tests() == 0) {
            return one.policy() + ", no tests";
        }
        return one.policy() + ", " + count(one.tests())
                + (one.problems().isEmpty() ? " passed" : ", " + one.problems().size() + " failed");
    }

    private static String count(int tests) {
        return tests + (tests == 1 ? " test" : " tests");
    }
}
