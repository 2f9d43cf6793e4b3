package io.meshwork.cli;

import io.meshwork.cli.access.AccessCommand;
import io.meshwork.cli.catalog.AckCommand;
import io.meshwork.cli.catalog.DeprecateCommand;
import io.meshwork.cli.catalog.ExportCommand;
import io.meshwork.cli.catalog.HistoryCommand;
import io.meshwork.cli.catalog.ImpactCommand;
import io.meshwork.cli.catalog.LineageCommand;
import io.meshwork.cli.catalog.SearchCommand;
import io.meshwork.cli.catalog.ShowCommand;
import io.meshwork.cli.diff.DiffCommand;
import io.meshwork.cli.dlt.DltCommand;
import io.meshwork.cli.domain.DomainCommand;
import io.meshwork.cli.importing.ImportCommand;
import io.meshwork.cli.incident.IncidentCommand;
import io.meshwork.cli.notification.NotificationsCommand;
import io.meshwork.cli.policy.PolicyCommand;
import io.meshwork.cli.publish.PublishCommand;
import io.meshwork.cli.quality.QualityCommand;
import io.meshwork.cli.silence.SilenceCommand;
import io.meshwork.cli.slo.SloCommand;
import io.meshwork.cli.subscription.SubscriptionCommand;
import io.meshwork.cli.template.InitCommand;
import io.meshwork.cli.template.TemplateCommand;
import io.meshwork.cli.topics.TopicsCommand;
import io.meshwork.cli.updates.UpdatesCommand;
import io.meshwork.cli.validate.ValidateCommand;
import io.meshwork.cli.waiver.WaiverCommand;
import io.meshwork.cli.webhook.WebhookCommand;
import java.util.List;

/** The subcommands to mount below {@code mesh}. */
public final class MeshCommands {

    private MeshCommands() {}

    /** Fresh instances, each annotated with its name, for {@code CommandLine.addSubcommand(Object)}. */
    public static List<Object> all() {
        return List.of(
                new InitCommand(),
                new ImportCommand(),
                new ValidateCommand(),
                new DiffCommand(),
                new PublishCommand(),
                new SearchCommand(),
                new ShowCommand(),
                new HistoryCommand(),
                new LineageCommand(),
                new ImpactCommand(),
                new ExportCommand(),
                new DeprecateCommand(),
                new AckCommand(),
                new DomainCommand(),
                new TemplateCommand(),
                new PolicyCommand(),
                new QualityCommand(),
                new WaiverCommand(),
                new AccessCommand(),
                new SloCommand(),
                new SubscriptionCommand(),
                new IncidentCommand(),
                new SilenceCommand(),
                new WebhookCommand(),
                new UpdatesCommand(),
                new NotificationsCommand(),
                new TopicsCommand(),
                new DltCommand());
    }
}
