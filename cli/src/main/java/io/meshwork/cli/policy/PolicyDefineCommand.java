package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Unreadable;
import io.meshwork.cli.connection.ApiAnswer;
import io.meshwork.cli.connection.ApiClient;
import io.meshwork.cli.connection.LocalDefaults;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.language.PolicyLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mesh policy define}: a file becomes the policy's next revision. */
@Command(
        name = "define",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = {
            "Brings a policy into force, or its next revision; its tests run first.",
            "Whom it would hit: mesh policy dry-run FILE."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the policy is like this, now or already",
            "1:not valid, a test fails, or not allowed",
            "2:wrong options, or the file cannot be read",
            "4:taken but not decided yet",
            "5:the policy service does not answer"
        })
final class PolicyDefineCommand extends PolicyServiceCommand {

    @Parameters(paramLabel = "FILE", description = "The policy, in YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Override
    protected int run(ApiClient service) {
        String document;
        try {
            document = PolicyFiles.read(file);
        } catch (IOException e) {
            err().println(Unreadable.file(file));
            return ExitCode.USAGE;
        }
        return switch (new PolicyReader(new PolicyLanguage()).readTested(document)) {
            case PolicyReading.Refused(var problems) -> {
                problems.forEach(problem -> err().println(file + ":" + problem.line() + ":" + problem.column() + " "
                        + problem.message() + "\n  " + problem.advice()));
                yield ExitCode.REFUSED;
            }
            case PolicyReading.Accepted(var policy, var tests) -> define(service, policy.id(), document);
        };
    }

    private int define(ApiClient service, String id, String document) {
        ApiAnswer answer = service.put("policies/" + ApiClient.encoded(id), document.getBytes(StandardCharsets.UTF_8));
        if (!(answer instanceof ApiAnswer.Found(var body, var text))) {
            return tell(id, answer);
        }
        out().println("Policy " + id + ", revision "
                + body.path("policyRevision").asString("") + ", is "
                + (body.path("state").asString("").equals("unchanged") ? "in force already." : "in force."));
        return ExitCode.OK;
    }
}
