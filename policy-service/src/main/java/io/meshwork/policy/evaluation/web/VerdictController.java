package io.meshwork.policy.evaluation.web;

import io.meshwork.messaging.web.ProblemException;
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

    VerdictController(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @GetMapping("/{productId}")
    @Operation(summary = "The newest verdict on a product")
    VerdictRepresentation verdict(
            @PathVariable String productId,
            @Parameter(description = "Default: the version published last") @RequestParam(required = false) @Nullable
                    String version) {
        return verdicts.find(productId, version)
                .map(VerdictRepresentation::of)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "verdict.unknown",
                        "Not judged",
                        "There is no verdict on '" + productId + "'" + (version == null ? "" : " version " + version)
                                + "; products are judged when the catalog publishes them.",
                        List.of()));
    }
}
