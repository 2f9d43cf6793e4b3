package io.meshwork.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which news a subscription or a silence is about; what no option names is open. */
public final class FilterOptions {

    @Option(
            names = "--product",
            paramLabel = "PRODUCT",
            description = "Product ids, * as wildcard: cart.*; repeatable.")
    private List<String> products = List.of();

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "A domain and its products; repeatable.")
    private List<String> domains = List.of();

    @Option(names = "--tag", paramLabel = "TAG", description = "Products with any of these tags; repeatable.")
    private List<String> tags = List.of();

    @Option(
            names = "--event",
            paramLabel = "TYPE",
            description = "Kinds of news, such as published or slo_breached; repeatable.")
    private List<String> events = List.of();

    @Option(names = "--severity", paramLabel = "SEVERITY", description = "At least info, warning or critical.")
    private @Nullable String severity;

    /** In the words of the notifier's requests. */
    public void put(Map<String, Object> body) {
        body.put("products", products);
        body.put("domains", domains);
        body.put("tags", tags);
        body.put("eventTypes", events);
        if (severity != null) {
            body.put("minimumSeverity", severity);
        }
    }
}
