package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.DatasetName;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.lineage.Spot;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A step of data in words. */
record LineageStep(String from, String to, String how) {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static LineageStep of(Hop hop, LineageGraph graph) {
        return new LineageStep(name(hop.from(), graph), name(hop.to(), graph), how(hop));
    }

    static String how(Hop hop) {
        String doubt = hop.certain() ? "" : ", perhaps";
        if (hop.declared()) {
            return "declared" + doubt;
        }
        String job = hop.job() == null
                ? ""
                : " in job " + hop.job().namespace() + "/" + hop.job().name();
        return "seen" + job + (hop.seenAt() == null ? "" : " at " + HOUR.format(hop.seenAt())) + doubt;
    }

    private static String name(Spot spot, LineageGraph graph) {
        return switch (spot) {
            case Spot.Product(var id, var port) -> port == null ? id : id + "/" + port;
            case Spot.Dataset(var dataset) -> text(graph.datasets().get(dataset));
            case Spot.Field(var dataset, var field, var product) ->
                (product == null ? text(graph.datasets().get(dataset)) : product) + "#" + field;
            case Spot.Source(var name) -> name;
        };
    }

    private static String text(@Nullable DatasetName name) {
        return name == null ? "" : name.namespace() + ":" + name.name();
    }
}
