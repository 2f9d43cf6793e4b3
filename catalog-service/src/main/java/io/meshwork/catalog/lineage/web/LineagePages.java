package io.meshwork.catalog.lineage.web;

import gg.jte.TemplateEngine;
import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.Lineage;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.product.web.Html;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lineage for people: drawn on the server, so a page needs no script. */
@RestController
@Hidden
class LineagePages {

    private static final int DEPTH = 3;

    private final Lineage lineage;
    private final TemplateEngine templates = Html.templates(LineagePages.class.getPackageName());

    LineagePages(Lineage lineage) {
        this.lineage = lineage;
    }

    /**
     * What the page shows.
     *
     * @param truncated the graph goes on
     */
    record View(String product, int depth, LineageDrawing drawing, List<LineageStep> steps, boolean truncated) {

        List<Integer> depths() {
            return List.of(1, 2, DEPTH, 5, Lineage.DEEPEST);
        }
    }

    @GetMapping(path = "/products/{id}/lineage", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable String id, @RequestParam(defaultValue = "3") int depth) {
        int steps = Math.clamp(depth, 1, Lineage.DEEPEST);
        Optional<LineageGraph> upstream = lineage.ofProduct(id, null, null, EnumSet.of(Direction.UPSTREAM), steps);
        Optional<LineageGraph> downstream = lineage.ofProduct(id, null, null, EnumSet.of(Direction.DOWNSTREAM), steps);
        return upstream.isPresent() && downstream.isPresent()
                ? page(view(id, steps, upstream.get(), downstream.get()))
                : Html.missing(id);
    }

    private ResponseEntity<String> page(View view) {
        return Html.framed(
                "Lineage of " + view.product(),
                output -> templates.render("lineage.jte", Map.of("view", view), output));
    }

    private static View view(String id, int depth, LineageGraph upstream, LineageGraph downstream) {
        List<LineageStep> steps =
                Stream.concat(steps(upstream), steps(downstream)).distinct().toList();
        return new View(
                id,
                depth,
                LineageDrawing.of(upstream, downstream),
                steps,
                upstream.truncated() || downstream.truncated());
    }

    private static Stream<LineageStep> steps(LineageGraph graph) {
        return graph.hops().stream().map(hop -> LineageStep.of(hop, graph));
    }
}
