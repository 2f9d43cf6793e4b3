package io.meshwork.policy.evaluation.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.evaluation.Explanations;
import io.meshwork.policy.evaluation.Verdicts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verdicts to read. */
@RestController
@RequestMapping("/api/v1/verdicts")
@Tag(name = "verdicts")
class VerdictController {

    private final Verdicts verdicts;
    private final Explanations explanations;

    VerdictController(Verdicts verdicts, Explanations explanations) {
        this.verdicts = verdicts;
        this.explanations = explanations;
    }

    @GetMapping("/{productId}")
    @Operation(summary = "The newest verdict on a product")
    VerdictRepresentation verdict(
            @PathVariable String productId,
            @Parameter(description = "Default: the version published last") @RequestParam(required = false) @Nullable
                    String version) {
        return verdicts.find(productId, version)
                .map(VerdictRepresentation::of)
                .orElseThrow(() -> unknown(productId, version));
    }

    @GetMapping("/{productId}/explanation")
    @Operation(
            summary = "Why the newest verdict on a product says what it says",
            description =
                    "Computes the verdict again from the policies and facts that it was made of, and shows for each"
                            + " rule the values that decided.")
    ExplanationRepresentation explanation(
            @PathVariable String productId,
            @Parameter(description = "Default: the version published last") @RequestParam(required = false) @Nullable
                    String version,
            @Parameter(description = "Only this policy") @RequestParam(required = false) @Nullable String policy) {
        return explanations
                .of(productId, version)
                .map(explained -> ExplanationRepresentation.of(explained, policy))
                .orElseThrow(() -> unknown(productId, version));
    }

    private static ProblemException unknown(String productId, @Nullable String version) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "verdict.unknown",
                "Not judged",
                "There is no verdict on '" + productId + "'" + (version == null ? "" : " version " + version)
                        + "; products are judged when the catalog publishes them.",
                List.of());
    }
}
