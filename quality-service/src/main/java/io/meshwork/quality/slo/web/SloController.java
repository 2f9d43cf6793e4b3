package io.meshwork.quality.slo.web;

import io.meshwork.contract.write.YamlText;
import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.slo.Level;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.SloPages;
import io.meshwork.quality.slo.SloPages.Place;
import io.meshwork.quality.slo.Slos;
import io.meshwork.quality.slo.monitoring.AlertRules;
import io.meshwork.quality.slo.monitoring.Dashboard;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Promises and how they stand. */
@RestController
@RequestMapping(SloController.PATH)
@Tag(name = "service level objectives")
class SloController {

    static final String PATH = "/api/v1/slos";

    private static final String YAML = "application/yaml";
    /** The same document every time, for those who keep it in Git. */
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();

    private final SloPages pages;
    private final Slos slos;

    SloController(SloPages pages, Slos slos) {
        this.pages = pages;
        this.slos = slos;
    }

    @GetMapping
    @Operation(summary = "All objectives, by product and name")
    Page<SloRepresentation> list(
            @Parameter(description = "Only of products of this domain") @RequestParam(required = false) @Nullable
                    String domain,
            @Parameter(description = "no_data, ok, at_risk or breached") @RequestParam(required = false) @Nullable
                    String status,
            @Parameter(description = "Only objectives after this one, as product/objective")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<SloRepresentation> oneMore =
                pages.page(domain, level(status), place(after), Page.limit(limit) + 1).stream()
                        .map(SloRepresentation::of)
                        .toList();
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(PATH)
                        .queryParamIfPresent("domain", Optional.ofNullable(domain))
                        .queryParamIfPresent("status", Optional.ofNullable(status))
                        .queryParam("after", "{after}")
                        .queryParam("limit", limit)
                        .encode()
                        .buildAndExpand(last.productId() + "/" + last.objective())
                        .toUriString());
    }

    @GetMapping("/{productId}")
    @Operation(summary = "The objectives of a product, with error budgets and burn rates")
    @ApiResponse(responseCode = "404", description = "The product promises nothing that is measured")
    StatusRepresentation status(@PathVariable String productId) {
        List<Slo> found = of(productId);
        return StatusRepresentation.of(found, slos.facts(found));
    }

    @GetMapping(value = "/{productId}/alert-rules", produces = YAML)
    @Operation(summary = "Alert rules for Prometheus")
    @ApiResponse(responseCode = "404", description = "The product promises nothing that is measured")
    String rules(@PathVariable String productId) {
        return YamlText.of(AlertRules.of(productId, of(productId)));
    }

    @GetMapping(value = "/{productId}/dashboard", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A dashboard for Grafana, to be imported")
    @ApiResponse(responseCode = "404", description = "The product promises nothing that is measured")
    String dashboard(@PathVariable String productId) {
        return SORTED.writeValueAsString(Dashboard.of(productId, of(productId)));
    }

    private List<Slo> of(String productId) {
        List<Slo> found = slos.of(Set.of(productId)).getOrDefault(productId, List.of());
        if (found.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "slo.unknown",
                    "No service level objectives",
                    "no version of '" + productId + "' that is in production promises anything that is measured;"
                            + " add freshness, availability, latency, error rate, throughput or a quality score to its"
                            + " contract, or list all with " + PATH,
                    List.of());
        }
        return found;
    }

    private static @Nullable Level level(@Nullable String status) {
        return status == null
                ? null
                : Level.of(status)
                        .orElseThrow(() ->
                                refused("status", "status must be one of " + String.join(", ", Level.words()) + "."));
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        int slash = after.indexOf('/');
        if (slash < 0) {
            throw refused("after", "after must be product/objective, such as shop.orders/freshness.");
        }
        return new Place(after.substring(0, slash), after.substring(slash + 1));
    }

    private static ProblemException refused(String parameter, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "parameter." + parameter, "Parameter not understood", detail, List.of());
    }
}
