package io.meshwork.cli.topics;

import io.meshwork.cli.ExitCode;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsCheck;
import picocli.CommandLine.Command;

/** {@code mesh topics check}: the question services ask when they start. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells which topics and schemas are missing or incompatible; changes nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all there",
            "1:something is missing or incompatible",
            "2:wrong options",
            "5:broker or registry do not answer"
        })
final class CheckCommand extends PlatformCommand {

    @Override
    int run(Platform platform, TopicManifest manifest, TopicSchemas schemas) {
        return switch (new TopicsCheck(platform, manifest, schemas).check(meshName())) {
            case TopicsCheck.Result.Ok() -> {
                out().println("All " + manifest.topics().size() + " topics of " + meshName() + " are there.");
                yield ExitCode.OK;
            }
            case TopicsCheck.Result.Broken broken -> {
                err().println(broken.message());
                yield ExitCode.REFUSED;
            }
        };
    }
}
