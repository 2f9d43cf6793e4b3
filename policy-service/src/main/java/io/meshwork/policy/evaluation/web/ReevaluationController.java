package io.meshwork.policy.evaluation.web;

import io.meshwork.policy.evaluation.WalkProgresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a change of policies has got. */
@RestController
@RequestMapping("/api/v1/reevaluations")
@Tag(name = "verdicts")
class ReevaluationController {

    private final WalkProgresses progresses;

    ReevaluationController(WalkProgresses progresses) {
        this.progresses = progresses;
    }

    @GetMapping
    @Operation(
            summary = "Products being judged again",
            description =
                    "After a change of policies, at the end of a grace, when an upstream product changes, and daily"
                            + " where a policy reads the clock. What took less than a second is not listed.")
    ReevaluationsRepresentation reevaluations() {
        return ReevaluationsRepresentation.of(progresses.due(), progresses.all());
    }
}
