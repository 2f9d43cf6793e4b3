package io.meshwork.notifier.deadletter.web;

import io.meshwork.deadletters.Wanted;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Page;
import io.meshwork.notifier.deadletter.BulkResult;
import io.meshwork.notifier.deadletter.LetterId;
import io.meshwork.notifier.deadletter.LetterResult.Done;
import io.meshwork.notifier.deadletter.LetterResult.Refused;
import io.meshwork.notifier.deadletter.kafka.LetterDesk;
import io.meshwork.notifier.deadletter.kafka.LetterDesk.Order;
import io.meshwork.notifier.deadletter.kafka.LetterReader;
import io.meshwork.notifier.deadletter.web.LetterRepresentation.Settlement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives letters back and discards them; at once and not through the log, in which their ends are noted. */
@RestController
@RequestMapping(DeadLettersController.PATH)
@Tag(name = "Dead letters")
@ApiResponse(responseCode = "200", description = "Done", useReturnTypeSchema = true)
@ApiResponse(responseCode = "403", description = "Only ops may")
@ApiResponse(
        responseCode = "409",
        description = "It was settled before, somebody else is about it, or the broker does not permit it")
class DeadLetterRequestController {

    private static final int LONGEST = 500;

    @Schema(name = "DeadLetterDiscard")
    record Reason(
            @Schema(
                    description = "Why nothing is to be done, 1 to 500 characters",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String because) {}

    @Schema(name = "DeadLetters", description = "Letters of a service that have all that is named")
    record Many(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String service,

            @Schema(description = "Topic the record came from") @Nullable
            String topic,

            @Schema(description = "Text in the reason, whatever its case") @Nullable
            String reason,

            @Schema(description = "Key of the record") @Nullable
            String key,

            @Schema(description = "Given up then or later") @Nullable
            Instant since,

            @Schema(description = "Given up before") @Nullable
            Instant until,

            @Schema(description = "Letters at most, 1 to 200; default 200") @Nullable
            Integer limit,

            @Schema(description = "true: say only what would be done") @Nullable
            Boolean dryRun,

            @Schema(description = "To discard: why nothing is to be done, 1 to 500 characters") @Nullable
            String because) {

        boolean isOnlyAsked() {
            return Boolean.TRUE.equals(dryRun);
        }

        Wanted wanted() {
            return new Wanted(topic, reason, key, since, until);
        }
    }

    @Schema(name = "DeadLetterSettled")
    record One(String id, Settlement settled) {}

    @Schema(name = "DeadLettersSettled")
    record Several(
            @Schema(description = "Those that were settled, or would be")
            List<String> done,

            @Schema(description = "The first ones that cannot be given back, and why")
            List<Cannot> refused,

            @Schema(description = "Wanted letters that are still open, refused ones included")
            int left,

            @Schema(description = "All that lies in the topic was looked at; else more may be left")
            boolean complete,

            boolean dryRun) {}

    @Schema(name = "DeadLetterRefused")
    record Cannot(String id, String reason) {}

    private final LetterDesk desk;
    private final LetterReader reader;
    private final Operators operators;

    DeadLetterRequestController(LetterDesk desk, LetterReader reader, Operators operators) {
        this.desk = desk;
        this.reader = reader;
        this.operators = operators;
    }

    @PostMapping("/{id}/replay")
    @Operation(
            summary = "Give a letter back",
            description = "As it was, to the consumer group that gave it up; what fails again is a new letter.")
    @ApiResponse(responseCode = "422", description = "It cannot be given back")
    One replay(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        operators.require(caller);
        return one(id, new Order.GiveBack(caller.name()));
    }

    @PostMapping(path = "/{id}/discard", consumes = "application/json")
    @Operation(summary = "Say of a letter that nothing is to be done about it")
    One discard(@Parameter(hidden = true) Caller caller, @PathVariable String id, @RequestBody Reason reason) {
        operators.require(caller);
        return one(id, new Order.Discard(caller.name(), because(reason.because())));
    }

    @PostMapping(path = "/replay", consumes = "application/json")
    @Operation(summary = "Give back the letters of a service", description = "Ask again while some are left.")
    Several replay(@Parameter(hidden = true) Caller caller, @RequestBody Many many) {
        operators.require(caller);
        return several(many, new Order.GiveBack(caller.name()));
    }

    @PostMapping(path = "/discard", consumes = "application/json")
    @Operation(summary = "Discard letters of a service", description = "Ask again while some are left.")
    Several discard(@Parameter(hidden = true) Caller caller, @RequestBody Many many) {
        operators.require(caller);
        return several(many, new Order.Discard(caller.name(), because(many.because())));
    }

    private One one(String text, Order order) {
        var id = LetterId.parse(text).orElseThrow(() -> LetterProblems.badId("", text));
        return switch (LetterProblems.permitted(() -> desk.settle(id, order))) {
            case Done(var done, var settled) -> new One(done.toString(), Settlement.of(settled));
            case Refused refused -> throw LetterProblems.of(refused);
        };
    }

    private Several several(Many many, Order order) {
        var service = many.service();
        if (service == null || !reader.services().contains(service)) {
            throw LetterProblems.invalid("/service", "name one of " + String.join(", ", reader.services()));
        }
        int limit = Page.limit(many.limit() == null ? Page.MOST : many.limit());
        var result = LetterProblems.permitted(
                        () -> desk.settleAll(service, many.wanted(), limit, order, many.isOnlyAsked()))
                .orElseThrow(() -> LetterProblems.busy(service));
        return answer(result, many.isOnlyAsked());
    }

    private static Several answer(BulkResult result, boolean dryRun) {
        return new Several(
                result.done().stream().map(LetterId::toString).toList(),
                result.refused().stream()
                        .map(refused -> new Cannot(refused.id().toString(), refused.reason()))
                        .toList(),
                result.left(),
                result.isComplete(),
                dryRun);
    }

    private static String because(@Nullable String because) {
        if (because == null || because.isBlank() || because.length() > LONGEST) {
            throw LetterProblems.invalid("/because", "say why in 1 to " + LONGEST + " characters");
        }
        return because;
    }
}
