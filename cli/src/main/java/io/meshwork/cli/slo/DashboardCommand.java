package io.meshwork.cli.slo;

import io.meshwork.cli.connection.LocalDefaults;
import picocli.CommandLine.Command;

/** {@code mesh slo dashboard}. */
@Command(
        name = "dashboard",
        mixinStandardHelpOptions = true,
        defaultValueProvider = LocalDefaults.class,
        description = "Writes a dashboard for Grafana, made from what a product promises.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:written",
            "1:the product promises nothing that is measured",
            "2:wrong options",
            "5:the quality service does not answer"
        })
final class DashboardCommand extends GeneratedCommand {

    DashboardCommand() {
        super("dashboard");
    }
}
