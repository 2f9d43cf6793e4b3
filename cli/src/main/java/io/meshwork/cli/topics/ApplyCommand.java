package io.meshwork.cli.topics;

import io.meshwork.cli.ExitCode;
import io.meshwork.schemas.topics.ApplyReport;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsApply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mesh topics apply}: may be run as often as one likes. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = "Creates missing topics, brings their settings in line and registers schemas; never deletes.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:broker and registry agree with the manifest",
            "1:a topic was refused or a schema is incompatible",
            "2:wrong options",
            "5:broker or registry do not answer"
        })
final class ApplyCommand extends PlatformCommand {

    @Option(
            names = "--replication-factor",
            defaultValue = "-1",
            paramLabel = "N",
            description = "Of topics that are created; -1 is the broker's default. Default: ${DEFAULT-VALUE}.")
    private short replicationFactor = -1;

    @Override
    int run(Platform platform, TopicManifest manifest, TopicSchemas schemas) {
        ApplyReport report = new TopicsApply(platform, manifest, schemas).apply(meshName(), replicationFactor);
        report.topics().forEach(topic -> out().println(topic.text()));
        if (!report.successful()) {
            err().println("Not everything could be applied; the lines above say what and why.");
            return ExitCode.REFUSED;
        }
        out().println(report.changedAnything() ? "Applied." : "Nothing to do.");
        return ExitCode.OK;
    }
}
