package io.meshwork.catalog.product;

import static io.meshwork.catalog.product.Contracts.contract;
import static io.meshwork.catalog.product.Fixtures.NOW;
import static io.meshwork.catalog.product.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.product.Intake.Result.Ready;
import io.meshwork.catalog.product.Intake.Result.Refused;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer.Decision;
import io.meshwork.messaging.security.Caller;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be told from a request alone. */
class IntakeTest {

    private final Intake intake = new Intake(new ContractReader(), (caller, action, domain) -> new Decision.Allowed());

    @Test
    void takesAValidContract() {
        Intake.Result result = intake.take(request("shop.orders", contract("orders", "1.0.0")));

        assertThat(((Ready) result).submission().versionId()).isEqualTo(new VersionId("shop.orders", "1.0.0"));
    }

    @Test
    void refusesAContractAboutAnotherProductThanItsKey() {
        Intake.Result result = intake.take(request("shop.customers", contract("orders", "1.0.0")));

        assertThat(problem(result).code()).isEqualTo("product.key.mismatch");
        assertThat(problem(result).advice()).contains("shop.orders");
    }

    @Test
    void refusesAnUnknownAction() {
        Request retire = request("shop.orders", "retire", VersionRequest.NONE);

        assertThat(problem(intake.take(retire)).code()).isEqualTo("product.action.unknown");
    }

    @Test
    void refusesADeprecationWithoutSunsetOrReason() {
        Request never = request("shop.orders", "deprecate", new VersionRequest(null, null, "Old", null, null));
        Request whyever = request("shop.orders", "deprecate", new VersionRequest(null, NOW, " ", null, null));

        assertThat(problem(intake.take(never)).code()).isEqualTo("product.sunset.missing");
        assertThat(problem(intake.take(whyever)).code()).isEqualTo("product.reason.missing");
    }

    @Test
    void refusesAnAcknowledgementForNobody() {
        Request nobody = request("shop.orders", "acknowledge", VersionRequest.NONE);

        assertThat(problem(intake.take(nobody)).code()).isEqualTo("product.consumer.missing");
    }

    @Test
    void asksWhetherTheCallerSpeaksForTheConsumerNotForTheProduct() {
        Intake finance = new Intake(
                new ContractReader(),
                (caller, action, domain) -> action == Action.ACKNOWLEDGE && domain.equals("finance")
                        ? new Decision.Allowed()
                        : new Decision.Denied("not in domain " + domain));

        assertThat(finance.take(acknowledgement("finance.reports"))).isInstanceOf(Intake.Result.Asked.class);
        assertThat(problem(finance.take(acknowledgement("crm"))).message()).isEqualTo("not in domain crm");
    }

    private static Request acknowledgement(String consumer) {
        return request("shop.orders", "acknowledge", new VersionRequest(null, null, null, null, consumer));
    }

    @Test
    void refusesWhomTheAuthorizerDenies() {
        Intake strict = new Intake(
                new ContractReader(), (caller, action, domain) -> new Decision.Denied("not in domain " + domain));

        Problem problem = problem(strict.take(request("shop.orders", contract("orders", "1.0.0"))));

        assertThat(problem.code()).isEqualTo("product.not-authorized");
        assertThat(problem.message()).isEqualTo("not in domain shop");
    }

    @Test
    void asksTheAuthorizerForTheDomainOfTheContract() {
        Caller caller = new Caller.Verified("ci", Set.of("shop"), Set.of());
        Intake ofShop = new Intake(
                new ContractReader(),
                (who, action, domain) -> domain.equals("shop") ? new Decision.Allowed() : new Decision.Denied("no"));

        assertThat(ofShop.mayPublish(
                        caller, Contracts.read(contract("orders", "1.0.0")).product()))
                .isInstanceOf(Decision.Allowed.class);
    }

    @Test
    void refusesBrokenYamlWithItsPlace() {
        Problem problem = problem(intake.take(request("shop.orders", "kind: DataProduct\nmetadata: [unclosed")));

        assertThat(problem.line()).isGreaterThanOrEqualTo(2);
        assertThat(problem.column()).isPositive();
    }

    @Test
    void listsAllProblemsOfAContract() {
        String document = contract("orders", "one").replace("type: string", "type: strnig");

        assertThat(problems(intake.take(request("shop.orders", document)))).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void keepsTheProblemsOfHostileContractsSmallEnoughForARecord() {
        Problem long20k = new Problem("x", Problem.Severity.ERROR, "m".repeat(10_000), "a".repeat(10_000), "", 1, 1);

        List<Problem> bounded = Problems.bounded(Collections.nCopies(1_000, long20k));

        assertThat(bounded).hasSizeLessThan(10);
        assertThat(bounded.getLast().message()).isEqualTo("995 more problems are not listed");
    }

    private static List<Problem> problems(Intake.Result result) {
        return ((Refused) result).rejected().problems();
    }

    private static Problem problem(Intake.Result result) {
        return problems(result).getFirst();
    }
}
