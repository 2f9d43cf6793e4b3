package io.meshwork.cli.dlt;

import io.meshwork.cli.Moment;
import io.meshwork.deadletters.Wanted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant; a letter must have all that is named. */
final class LetterFilter {

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only records that came from this topic, such as product.published.")
    private @Nullable String topic;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Only letters with this text in their reason, whatever its case.")
    private @Nullable String reason;

    @Option(names = "--key", paramLabel = "KEY", description = "Only records with this key.")
    private @Nullable String key;

    @Option(
            names = "--since",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only letters since then: " + Moment.PAST + ".")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            converter = Moment.Converter.class,
            description = "Only letters before then, written like --since.")
    private @Nullable Moment until;

    Wanted wanted() {
        return new Wanted(
                topic, reason, key, since == null ? null : since.beginning(), until == null ? null : until.beginning());
    }
}
