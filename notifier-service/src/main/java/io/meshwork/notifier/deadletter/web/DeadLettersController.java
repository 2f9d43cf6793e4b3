package io.meshwork.notifier.deadletter.web;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Page;
import io.meshwork.notifier.deadletter.LetterId;
import io.meshwork.notifier.deadletter.kafka.LetterReader;
import io.meshwork.notifier.deadletter.kafka.LetterReader.Look;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters to read. */
@RestController
@RequestMapping(DeadLettersController.PATH)
@Tag(name = "Dead letters")
class DeadLettersController {

    static final String PATH = "/api/v1/dead-letters";

    private final LetterReader reader;
    private final Operators operators;

    DeadLettersController(LetterReader reader, Operators operators) {
        this.reader = reader;
        this.operators = operators;
    }

    @GetMapping
    @Operation(
            summary = "What services gave up, by service, partition and offset; for ops",
            description = "A page may hold fewer than were asked for although there is a next one.")
    Page<LetterRepresentation> list(
            @Parameter(hidden = true) Caller caller,
            @ParameterObject @ModelAttribute LetterParameters filters,
            @Parameter(description = "Only letters behind this one") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        operators.require(caller);
        var service = filters.service();
        if (service != null && !reader.services().contains(service)) {
            throw LetterProblems.unknownService(service, reader.services());
        }
        int most = Page.limit(limit);
        var page = LetterProblems.permitted(
                () -> reader.page(service, filters.wanted(), filters.alsoSettled(), read(after), most));
        var next = page.next();
        return new Page<>(
                page.items().stream().map(LetterRepresentation::of).toList(),
                next == null ? null : filters.next(next, limit));
    }

    private @Nullable LetterId read(@Nullable String after) {
        return after == null
                ? null
                : LetterId.parse(after)
                        .filter(id -> reader.services().contains(id.service()))
                        .orElseThrow(() -> LetterProblems.badId("after", after));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One letter with its headers and its value; for ops")
    @ApiResponse(responseCode = "200", description = "As it stands in its topic", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "No letter stands there")
    @ApiResponse(responseCode = "410", description = "Its topic does not keep it any more")
    LetterRepresentation letter(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        operators.require(caller);
        var letter = LetterId.parse(id).orElseThrow(() -> LetterProblems.badId("", id));
        return switch (LetterProblems.permitted(() -> reader.show(letter))) {
            case Look.At at -> LetterRepresentation.of(at);
            case Look.Nothing(var why) -> throw LetterProblems.of(why);
        };
    }
}
