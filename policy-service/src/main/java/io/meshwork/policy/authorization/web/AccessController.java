package io.meshwork.policy.authorization.web;

import io.meshwork.messaging.Decisions;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.authorization.AccessAnswer;
import io.meshwork.policy.authorization.AccessDesk;
import io.meshwork.policy.authorization.AccessForm;
import io.meshwork.policy.authorization.AccessForm.Fault;
import io.meshwork.policy.authorization.AccessForm.Reading;
import io.meshwork.policy.authorization.AccessQuestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For gateways, which ask with every request that they let through. */
@RestController
@RequestMapping("/api/v1/access/decisions")
@Tag(name = "access")
class AccessController {

    private final AccessForm form;
    private final AccessDesk desk;
    private final Decisions decisions;

    AccessController(AccessForm form, AccessDesk desk, Decisions decisions) {
        this.form = form;
        this.desk = desk;
        this.decisions = decisions;
    }

    @PostMapping
    @Operation(
            summary = "May this principal use this product for this purpose?",
            description = "Decided at once by the policies in force; nothing is kept or announced.")
    @ApiResponse(responseCode = "200", description = "Permitted or denied, with the rule that decided")
    @ApiResponse(responseCode = "403", description = "The caller may not ask for others")
    @ApiResponse(responseCode = "422", description = "Not a question; problems lists every reason")
    AccessRepresentation decide(@RequestBody AccessBody body, @Parameter(hidden = true) Caller caller) {
        return switch (form.read(caller, body.toAsked())) {
            case Reading.Valid(var question) -> AccessRepresentation.of(answer(question));
            case Reading.Invalid(var faults) ->
                throw problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "access.invalid",
                        "the question is not complete; every problem is listed with its place",
                        faults);
            case Reading.Denied(var reason) -> throw problem(HttpStatus.FORBIDDEN, "access.denied", reason, List.of());
        };
    }

    private AccessAnswer answer(AccessQuestion question) {
        List<AccessAnswer> answers = new ArrayList<>();
        decisions.decide(outcomes -> answers.addAll(desk.answer(List.of(question))));
        return answers.getFirst();
    }

    private static ProblemException problem(HttpStatus status, String code, String detail, List<Fault> faults) {
        return new ProblemException(
                status,
                code,
                "The question cannot be answered",
                detail,
                faults.stream()
                        .map(fault -> Map.<String, Object>of("pointer", fault.pointer(), "message", fault.message()))
                        .toList());
    }
}
