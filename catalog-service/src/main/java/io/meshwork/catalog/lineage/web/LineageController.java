package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.Lineage;
import io.meshwork.messaging.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The graph over HTTP. */
@RestController
@Tag(name = "lineage")
class LineageController {

    private static final String DIRECTION = "upstream, downstream or both";
    private static final String DEPTH = "Steps to follow, 1 to 10";
    private static final String FIELD = "Only what this field has to do with";
    private static final int LONGEST = 2_000;

    private final Lineage lineage;

    LineageController(Lineage lineage) {
        this.lineage = lineage;
    }

    @GetMapping(LineagePaths.LINEAGE)
    @Operation(summary = "Where data comes from and where it goes, around a product or a dataset")
    @ApiResponse(
            responseCode = "404",
            description = "The product is not in the catalog, or no job has named the dataset")
    GraphRepresentation lineage(
            @Parameter(description = "Id of a product, domain.name") @RequestParam(required = false) @Nullable
                    String product,
            @Parameter(description = "A dataset as OpenLineage names it, namespace:name")
                    @RequestParam(required = false)
                    @Nullable
                    String dataset,
            @Parameter(description = FIELD) @RequestParam(required = false) @Nullable String field,
            @Parameter(description = DIRECTION) @RequestParam(defaultValue = "both") String direction,
            @Parameter(description = DEPTH) @RequestParam(defaultValue = "3") int depth) {
        if (product != null && dataset == null) {
            return ofProduct(product, null, field, direction, depth);
        }
        if (dataset != null && product == null) {
            return ofDataset(dataset, field, direction, depth);
        }
        throw invalid("product", "Give either product=domain.name or dataset=namespace:name.");
    }

    private GraphRepresentation ofDataset(String name, @Nullable String field, String direction, int depth) {
        check("dataset", name);
        check("field", field);
        return lineage.ofDataset(name, field, directions(direction), depth(depth))
                .map(GraphRepresentation::of)
                .orElseThrow(() -> missing(
                        "lineage.dataset.unknown",
                        "No job has named this dataset; write namespace:name as OpenLineage does, such as"
                                + " s3://bucket:path/to/table."));
    }

    @GetMapping(LineagePaths.OF_PRODUCT)
    @Operation(summary = "Where the data of a product comes from and where it goes")
    @ApiResponse(responseCode = "404", description = "The catalog has no such product or port")
    GraphRepresentation ofProduct(
            @PathVariable String id,
            @Parameter(description = "Only this output port") @RequestParam(required = false) @Nullable String port,
            @Parameter(description = FIELD) @RequestParam(required = false) @Nullable String field,
            @Parameter(description = DIRECTION) @RequestParam(defaultValue = "both") String direction,
            @Parameter(description = DEPTH) @RequestParam(defaultValue = "3") int depth) {
        checkAll(id, port, field);
        return lineage.ofProduct(id, port, field, directions(direction), depth(depth))
                .map(GraphRepresentation::of)
                .orElseThrow(() -> unknown(id, port));
    }

    @GetMapping(LineagePaths.IMPACT)
    @Operation(
            summary = "What is hit when a product goes",
            description =
                    "Or only one of its ports, or one of its fields; with owners, contacts and declared consumers.")
    @ApiResponse(responseCode = "404", description = "The catalog has no such product or port")
    ImpactRepresentation impact(
            @PathVariable String id,
            @Parameter(description = "Only this output port goes") @RequestParam(required = false) @Nullable
                    String port,
            @Parameter(description = "Only this field goes") @RequestParam(required = false) @Nullable String field,
            @Parameter(description = DEPTH) @RequestParam(defaultValue = "10") int depth) {
        checkAll(id, port, field);
        if (!lineage.exists(id, port)) {
            throw unknown(id, port);
        }
        return ImpactRepresentation.of(lineage.impact(id, port, field, depth(depth)), id, port, field);
    }

    private static Set<Direction> directions(String text) {
        return switch (text) {
            case "upstream" -> EnumSet.of(Direction.UPSTREAM);
            case "downstream" -> EnumSet.of(Direction.DOWNSTREAM);
            case "both" -> EnumSet.allOf(Direction.class);
            default -> throw invalid("direction", "direction must be " + DIRECTION + ".");
        };
    }

    private static int depth(int depth) {
        if (depth < 1 || depth > Lineage.DEEPEST) {
            throw invalid("depth", "depth must be 1 to " + Lineage.DEEPEST + ", not " + depth + ".");
        }
        return depth;
    }

    private static void checkAll(String id, @Nullable String port, @Nullable String field) {
        check("id", id);
        check("port", port);
        check("field", field);
    }

    private static void check(String name, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0)) {
            throw invalid(name, name + " must have 1 to " + LONGEST + " printable characters.");
        }
    }

    private static ProblemException unknown(String productId, @Nullable String port) {
        return port == null
                ? unknown(
                        "product.unknown",
                        "The catalog has no '" + productId + "'; /api/v1/products lists what it has.")
                : missing("product.port.unknown", "The catalog has no port '" + port + "' of '" + productId + "'.");
    }

    private static ProblemException missing(String code, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, "Not in the catalog", detail, List.of());
    }

    private static ProblemException invalid(String name, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "parameter." + name, "Parameter not understood", detail, List.of());
    }
}
