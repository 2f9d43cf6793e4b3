package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.Intake;
import io.meshwork.catalog.product.VersionRequest;
import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.RevisionTag;
import io.meshwork.messaging.web.Undecided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deprecating versions, and consumers saying that they have moved, over HTTP. */
@RestController
@RequestMapping(Paths.PRODUCTS + "/{id}/versions/{version}")
@Tag(name = "versions")
class LifecycleController {

    private final Submitting submitting;
    private final Undecided undecided;

    LifecycleController(Submitting submitting, Undecided undecided) {
        this.submitting = submitting;
        this.undecided = undecided;
    }

    /** @param sunset a time, or a day: then its beginning, UTC */
    record Deprecation(
            @Schema(description = "When the version is retired at the latest: 2027-01-31, or 2027-01-31T12:00:00Z")
            @Nullable
            String sunset,

            @Schema(description = "Why, for consumers to read; at most 500 characters") @Nullable
            String reason,

            @Schema(description = "What to use instead: a version of the product, or another product's id") @Nullable
            String successor) {}

    record Acknowledgement(
            @Schema(description = "The team or product that has moved, as the version names it") @Nullable
            String consumer) {}

    @PostMapping("/deprecation")
    @Operation(
            summary = "Deprecate a version",
            description =
                    "It stays listed until its consumers have acknowledged, or the sunset comes; then it is retired."
                            + " Deprecating again puts off or brings forward the sunset.")
    @ApiResponse(responseCode = "200", description = "Deprecated, or already so", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
    @ApiResponse(responseCode = "403", description = "The caller may not publish in the domain")
    @ApiResponse(responseCode = "412", description = "The product is not at the revision that If-Match names")
    @ApiResponse(responseCode = "422", description = "Not possible; problems says why")
    ResponseEntity<Object> deprecate(
            Asker asker,
            @PathVariable String id,
            @PathVariable String version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Deprecation body) {
        return answer(
                asker,
                ifMatch,
                id,
                Intake.DEPRECATE,
                new VersionRequest(version, time(body.sunset()), body.reason(), body.successor(), null));
    }

    @PostMapping("/acknowledgements")
    @Operation(
            summary = "Say that a consumer needs a deprecated version no more",
            description = "When the last consumer has, the version is retired at once.")
    @ApiResponse(responseCode = "200", description = "Acknowledged, or already so", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
    @ApiResponse(responseCode = "403", description = "The caller may not speak for the consumer")
    @ApiResponse(responseCode = "422", description = "Not possible; problems says why")
    ResponseEntity<Object> acknowledge(
            Asker asker, @PathVariable String id, @PathVariable String version, @RequestBody Acknowledgement body) {
        return answer(
                asker, null, id, Intake.ACKNOWLEDGE, new VersionRequest(version, null, null, null, body.consumer()));
    }

    private ResponseEntity<Object> answer(
            Asker asker, @Nullable String ifMatch, String productId, String action, VersionRequest about) {
        return SubmissionAnswers.answer(
                submitting.submit(
                        new Ask(
                                productId,
                                action,
                                "",
                                "",
                                RevisionTag.fromIfMatch(ifMatch, "submission.if-match", "product"),
                                about,
                                asker.caller().name(),
                                asker.key(),
                                asker.token()),
                        asker.patience()),
                undecided);
    }

    private static @Nullable Instant time(@Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return written.length() <= "2027-01-31".length()
                    ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(written);
        } catch (DateTimeParseException notATime) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "product.sunset.invalid",
                    "Sunset not understood",
                    "sunset must be a day such as 2027-01-31, or a time such as 2027-01-31T12:00:00Z.",
                    List.of());
        }
    }
}
