package io.meshwork.policy.define;

import io.meshwork.contract.read.Problem;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Allowed;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.document.PolicyReading.Accepted;
import io.meshwork.policy.model.Policy;
import java.util.List;

/** A request whose document was read, which may take long, before anything is locked. */
sealed interface ReadRequest {

    PolicyRequest request();

    record Withdrawal(PolicyRequest request) implements ReadRequest {}

    record Invalid(PolicyRequest request, List<Problem> problems) implements ReadRequest {}

    /** @param policy what the document says */
    record Definition(PolicyRequest request, String document, Policy policy) implements ReadRequest {}

    /** Expressions are somebody's code: a document's tests run only for those who may define it. */
    static ReadRequest read(PolicyRequest request, PolicyReader reader, Authorizer authorizer) {
        String document = request.document();
        if (document == null) {
            return new Withdrawal(request);
        }
        PolicyReading reading = reader.read(document);
        if (reading instanceof Accepted accepted && mayDefine(request, accepted.policy(), authorizer)) {
            reading = reader.tested(accepted);
        }
        return switch (reading) {
            case PolicyReading.Refused(var problems) -> new Invalid(request, problems);
            case Accepted(var policy, var tests) -> new Definition(request, document, policy);
        };
    }

    private static boolean mayDefine(PolicyRequest request, Policy policy, Authorizer authorizer) {
        return authorizer.decide(
                        request.caller(), Action.DEFINE_POLICY, policy.scope().authority())
                instanceof Allowed;
    }
}
