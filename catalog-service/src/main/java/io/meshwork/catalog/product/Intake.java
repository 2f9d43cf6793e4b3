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

    private static final String PUBLISH = "publish";

    private final ContractReader reader;
    private final Authorizer authorizer;

    public Intake(ContractReader reader, Authorizer authorizer) {
        this.reader = reader;
        this.authorizer = authorizer;
    }

    sealed interface Result {
        record Ready(Submission submission) implements Result {}

        record Refused(Outcome.Rejected rejected) implements Result {}
    }

    Result take(Request request) {
        if (!request.action().equals(PUBLISH)) {
            return refused(request, Problems.unknownAction(request.action()));
        }
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
        return new Result.Refused(Outcome.Rejected.of(request, product.version(), List.of(problem)));
    }
}
