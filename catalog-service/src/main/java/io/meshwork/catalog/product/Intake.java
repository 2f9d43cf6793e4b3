package io.meshwork.catalog.product;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.version.SemanticVersion;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision;
import io.meshwork.messaging.security.Caller;
import java.util.List;

/** The first half of the decision: what can be told from the request alone, so that refusals lock nothing. */
public final class Intake {

    public static final String PUBLISH = "publish";
    public static final String DEPRECATE = "deprecate";
    public static final String ACKNOWLEDGE = "acknowledge";

    private static final int LONGEST_REASON = 500;

    private final ContractReader reader;
    private final Authorizer authorizer;

    public Intake(ContractReader reader, Authorizer authorizer) {
        this.reader = reader;
        this.authorizer = authorizer;
    }

    sealed interface Result {
        record Asked(VersionCommand command) implements Result {}

        /** About a version that is to be published. */
        sealed interface Submitted extends Result {}

        record Ready(Submission submission) implements Submitted {}

        record Refused(Outcome.Rejected rejected) implements Submitted {}
    }

    Result take(Request request) {
        return switch (request.action()) {
            case PUBLISH -> publish(request);
            case DEPRECATE -> deprecate(request);
            case ACKNOWLEDGE -> acknowledge(request);
            default -> refused(request, Problems.unknownAction(request.action()));
        };
    }

    private Result publish(Request request) {
        return switch (reader.read(request.document())) {
            case ReadResult.Refused refused ->
                new Result.Refused(Outcome.Rejected.of(request, null, refused.problems()));
            case ReadResult.Accepted accepted -> take(request, accepted);
        };
    }

    /** Whether the caller may publish in the domain; asked again when the request is decided. */
    public Decision mayPublish(Caller caller, DataProduct product) {
        return authorizer.decide(caller, Action.PUBLISH_PRODUCT, product.domain());
    }

    private Result deprecate(Request request) {
        VersionRequest about = request.about();
        String reason = about.reason() == null ? "" : about.reason().strip();
        if (about.sunset() == null) {
            return refused(request, Problems.missing("sunset", "Say until when the version can be used."));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return refused(
                    request,
                    Problems.missing("reason", "Tell consumers why, in 1 to " + LONGEST_REASON + " characters."));
        }
        return switch (authorizer.decide(request.caller(), Action.PUBLISH_PRODUCT, domain(request.productId()))) {
            case Decision.Denied denied -> refused(request, Problems.notAuthorized(denied.reason()));
            case Decision.Allowed _ ->
                new Result.Asked(new VersionCommand.Deprecate(
                        request, about.version(), about.sunset(), reason, about.successor()));
        };
    }

    /** A consumer is a team or a product; either way its domain, the part before the dot, speaks for it. */
    private Result acknowledge(Request request) {
        String consumer = request.about().consumer();
        if (consumer == null || consumer.isBlank()) {
            return refused(request, Problems.missing("consumer", "Name the team or product that has moved."));
        }
        return switch (authorizer.decide(request.caller(), Action.ACKNOWLEDGE, domain(consumer))) {
            case Decision.Denied denied -> refused(request, Problems.notAuthorized(denied.reason()));
            case Decision.Allowed _ ->
                new Result.Asked(
                        new VersionCommand.Acknowledge(request, request.about().version(), consumer));
        };
    }

    private static String domain(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private Result take(Request request, ReadResult.Accepted contract) {
        DataProduct product = contract.product();
        if (!product.id().equals(request.productId())) {
            return refused(request, product, Problems.otherKey(request.productId(), product.id()));
        }
        return switch (mayPublish(request.caller(), product)) {
            case Decision.Denied denied -> refused(request, product, Problems.notAuthorized(denied.reason()));
            case Decision.Allowed _ ->
                SemanticVersion.parse(product.version())
                        .<Result>map(version -> new Result.Ready(new Submission(request, contract, version)))
                        .orElseGet(() -> refused(request, product, Problems.notAVersion(product.version())));
        };
    }

    private static Result refused(Request request, Problem problem) {
        return new Result.Refused(Outcome.Rejected.of(request, null, List.of(problem)));
    }

    private static Result refused(Request request, DataProduct product, Problem problem) {
        return new Result.Refused(Outcome.Rejected.of(request, product, product.version(), List.of(problem)));
    }
}
