package io.meshwork.policy.define;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.policy.define.FolderReading.Broken;
import io.meshwork.policy.define.FolderReading.Good;
import io.meshwork.policy.define.PolicyBook.Decided;
import io.meshwork.policy.define.PolicyBook.Replaced;
import io.meshwork.policy.define.PolicyDecision.Changed;
import io.meshwork.policy.define.PolicyDecision.Refused;
import io.meshwork.policy.define.PolicyDecision.Unchanged;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.inforce.SetsInMemory;
import io.meshwork.policy.language.PolicyLanguage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final PolicyReader READER = new PolicyReader(new PolicyLanguage());
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Caller GOVERNANCE = new Caller.Verified("grace", Set.of(), Set.of("governance"));
    private static final Caller SALES = new Caller.Verified("sally", Set.of("sales"), Set.of());
    private static final Caller NOBODY = new Caller.Unproven("anonymous", "no token came with the request");

    private final VersionsInMemory versions = new VersionsInMemory();
    private final SetsInMemory sets = new SetsInMemory();
    private final PolicyBook book = new PolicyBook(sets, versions, READER, new DomainAuthorizer(), NOON);

    @Test
    void submittedPolicyBecomesTheFirstRevision() {
        Changed changed = (Changed) submit("p", policy("p", "global", "true"), GOVERNANCE);

        assertThat(changed.version().revision()).isEqualTo(1);
        assertThat(changed.version().setRevision()).isEqualTo(1);
        assertThat(changed.version().principal()).isEqualTo("grace");
        assertThat(sets.current().number()).isEqualTo(1);
    }

    @Test
    void failingTestKeepsADocumentOut() {
        Refused refused = (Refused) submit("p", tested("compliant"), GOVERNANCE);

        assertThat(refused.code()).isEqualTo("policy.invalid");
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("policy.test.failed"));
        assertThat(submit("p", tested("[r]"), GOVERNANCE)).isInstanceOf(Changed.class);
    }

    /** Tests are somebody's code. */
    @Test
    void testsRunOnlyForThoseWhoMayDefineThePolicy() {
        assertThat(submit("p", tested("compliant"), SALES))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("policy.denied"));
    }

    @Test
    void changedDocumentIsTheNextRevisionOfPolicyAndSet() {
        submit("p", policy("p", "global", "true"), GOVERNANCE);

        Changed changed = (Changed) submit("p", policy("p", "global", "false"), GOVERNANCE);

        assertThat(changed.version().revision()).isEqualTo(2);
        assertThat(changed.version().setRevision()).isEqualTo(2);
    }

    @Test
    void sameDocumentChangesNothing() {
        submit("p", policy("p", "global", "true"), GOVERNANCE);

        assertThat(submit("p", policy("p", "global", "true"), GOVERNANCE)).isInstanceOf(Unchanged.class);
        assertThat(sets.current().number()).isEqualTo(1);
    }

    @Test
    void requestsOfOneBatchMakeOneSet() {
        Decided decided = book.submit(List.of(
                request("a", policy("a", "global", "true"), GOVERNANCE),
                request("b", policy("b", "global", "true"), GOVERNANCE),
                request("a", policy("a", "global", "false"), GOVERNANCE)));

        assertThat(decided.setRevision()).isEqualTo(1);
        assertThat(decided.decisions().values()).allMatch(Changed.class::isInstance);
        assertThat(versions.newest())
                .extracting(PolicyVersion::id, PolicyVersion::revision)
                .containsExactlyInAnyOrder(tuple("a", 2L), tuple("b", 1L));
    }

    @Test
    void domainMayAddItsOwn() {
        assertThat(submit("p", policy("p", "domain:sales", "true"), SALES)).isInstanceOf(Changed.class);
    }

    @Test
    void domainMayNotDefineForOthersOrForAll() {
        assertThat(refused(submit("p", policy("p", "domain:media", "true"), SALES))
                        .code())
                .isEqualTo("policy.denied");
        assertThat(refused(submit("p", policy("p", "global", "true"), SALES)).code())
                .isEqualTo("policy.denied");
        assertThat(refused(submit("p", policy("p", "domain:sales", "true"), NOBODY))
                        .reason())
                .contains("no token");
    }

    @Test
    void domainMayNotWeakenWhatIsGlobal() {
        submit("p", policy("p", "global", "false"), GOVERNANCE);

        for (Caller caller : List.of(SALES, GOVERNANCE)) {
            Refused refused = refused(submit("p", policy("p", "domain:sales", "true"), caller));
            assertThat(refused.code()).isEqualTo("policy.id.taken");
            assertThat(refused.reason()).contains("no other policy may replace or weaken");
        }
    }

    @Test
    void domainMayNotTakeOverAnotherDomainsPolicy() {
        submit("p", policy("p", "domain:media", "false"), GOVERNANCE);

        assertThat(refused(submit("p", policy("p", "domain:sales", "true"), SALES))
                        .code())
                .isEqualTo("policy.id.taken");
    }

    @Test
    void documentMustDefineThePolicyThatIsAskedFor() {
        assertThat(refused(submit("q", policy("p", "global", "true"), GOVERNANCE))
                        .code())
                .isEqualTo("policy.id.mismatch");
    }

    @Test
    void invalidDocumentIsRefusedWithItsProblems() {
        Refused refused = refused(submit("p", policy("p", "global", "product.nam == ''"), GOVERNANCE));

        assertThat(refused.problems()).isNotEmpty();
        assertThat(refused.reason()).contains("line 8, column", "there is no field 'nam'");
    }

    @Test
    void withdrawnPolicyCanComeBackAsTheNextRevision() {
        submit("p", policy("p", "global", "true"), GOVERNANCE);

        assertThat(refused(submit("p", null, SALES)).code()).isEqualTo("policy.denied");
        assertThat(((Changed) submit("p", null, GOVERNANCE)).version().withdrawn())
                .isTrue();
        assertThat(refused(submit("p", null, GOVERNANCE)).code()).isEqualTo("policy.unknown");
        assertThat(((Changed) submit("p", policy("p", "global", "true"), GOVERNANCE))
                        .version()
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void folderReplacesItselfAndLeavesSubmittedPoliciesAlone() {
        submit("submitted", policy("submitted", "global", "true"), GOVERNANCE);
        replace(file("a", "true"), file("b", "true"));

        Replaced replaced = replace(file("a", "false"), file("c", "true"));

        assertThat(replaced.setRevision()).isEqualTo(3);
        assertThat(replaced.changed())
                .extracting(v -> v.id() + " " + v.revision() + (v.withdrawn() ? " withdrawn" : ""))
                .containsExactlyInAnyOrder("a 2", "b 2 withdrawn", "c 1");
        assertThat(replace(file("a", "false"), file("c", "true")).changed()).isEmpty();
        assertThat(sets.current().number()).isEqualTo(3);
    }

    @Test
    void fileCannotTakeOverSubmittedPolicyNorTheOtherWayRound() {
        submit("submitted", policy("submitted", "global", "true"), GOVERNANCE);
        replace(file("kept", "true"));

        Replaced replaced = replace(file("submitted", "false"), file("new", "true"));

        assertThat(replaced.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("submitted.yaml");
            assertThat(problem.problem().message()).contains("submitted by grace");
        });
        assertThat(replaced.changed()).isEmpty();
        assertThat(refused(submit("kept", policy("kept", "global", "false"), GOVERNANCE))
                        .code())
                .isEqualTo("policy.kept-in-file");
        assertThat(refused(submit("kept", null, GOVERNANCE)).code()).isEqualTo("policy.kept-in-file");
    }

    @Test
    void oneBrokenFileKeepsBackTheWholeFolder() {
        Broken broken = (Broken) new FolderReader(READER)
                .read(List.of(
                        new PolicyFile("good.yaml", policy("good", "global", "true")),
                        new PolicyFile("bad.yaml", policy("bad", "global", "has(product.titel)")),
                        new PolicyFile("weak.yaml", policy("good", "domain:sales", "true"))));

        assertThat(broken.problems()).extracting(FileProblem::file).containsExactly("bad.yaml", "weak.yaml");
        assertThat(broken.problems().getFirst().problem().line()).isEqualTo(8);
        assertThat(broken.problems().getLast().problem().message()).contains("global policy", "good.yaml");
    }

    @Test
    void emptyFolderDoesNotWithdrawEveryPolicy() {
        Broken broken = (Broken) new FolderReader(READER).read(List.of());

        assertThat(broken.problems().getFirst().problem().code()).isEqualTo("policy.folder.empty");
    }

    @Test
    void failingTestKeepsThePolicyOut() {
        String tests = """
                  tests:
                    - {name: always wrong, product: {name: cart}, expect: [r]}
                """;

        Refused refused = refused(submit("p", policy("p", "global", "true") + tests, GOVERNANCE));

        assertThat(refused.reason())
                .contains("line 10", "the test 'always wrong' fails: expected a violation of r, but it is compliant");
    }

    @Test
    void domainMayOnlyTightenGlobalPolicy() {
        submit("global", tightenable("0.9"), GOVERNANCE);

        assertThat(submit("ours", tightening("global", "0.95"), SALES)).isInstanceOf(Changed.class);
        assertThat(refused(submit("ours", tightening("global", "0.8"), SALES)).reason())
                .isEqualTo("'minimum' cannot be 0.8: it is lower than 0.9, so it demands less");
        assertThat(refused(submit("ours", tightening("unknown", "0.95"), SALES)).code())
                .isEqualTo("policy.weakens");
        assertThat(refused(submit("ours", tightening("global", "0.95").replace("minimum", "minimun"), SALES))
                        .reason())
                .contains("Did you mean `minimum`?");
    }

    @Test
    void folderWhoseTighteningWeakensStaysOut() {
        Replaced replaced = replace(
                new PolicyFile("global.yaml", tightenable("0.9")),
                new PolicyFile("ours.yaml", tightening("global", "0.8")));

        assertThat(replaced.changed()).isEmpty();
        assertThat(replaced.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("ours.yaml"));
    }

    @Test
    void setTurnsWhenStageBeginsAndOnlyOnce() {
        Instant elevenOClock = NOON.instant().minusSeconds(3_600);
        PolicyBook earlier = new PolicyBook(
                sets,
                versions,
                READER,
                new DomainAuthorizer(),
                Clock.fixed(elevenOClock.minusSeconds(60), ZoneOffset.UTC));
        String staged = policy("staged", "global", "true")
                .replace(
                        "mandatory",
                        "advisory\n  schedule: [{from: \"2026-01-01T11:00:00Z\", enforcement: mandatory}]");
        earlier.submit(List.of(request("staged", staged, GOVERNANCE)));

        assertThatIllegalArgumentException().isThrownBy(() -> earlier.turn(elevenOClock));
        PolicyBook.Turned turned = book.turn(elevenOClock);

        assertThat(turned.set()).isEqualTo(new SetRevision(2, NOON.instant()));
        assertThat(turned.changed()).extracting(PolicyVersion::id).containsExactly("staged");
        assertThat(book.turn(elevenOClock)).isEqualTo(turned);
    }

    @Test
    void stageIsAnnouncedAlsoWhenAnotherChangeHasPassedItsMoment() {
        Instant elevenOClock = NOON.instant().minusSeconds(3_600);
        PolicyBook earlier = new PolicyBook(
                sets,
                versions,
                READER,
                new DomainAuthorizer(),
                Clock.fixed(elevenOClock.minusSeconds(60), ZoneOffset.UTC));
        String staged = policy("staged", "global", "true")
                .replace(
                        "mandatory",
                        "advisory\n  schedule: [{from: \"2026-01-01T11:00:00Z\", enforcement: mandatory}]");
        earlier.submit(List.of(request("staged", staged, GOVERNANCE)));
        submit("another", policy("another", "global", "true"), GOVERNANCE);

        PolicyBook.Turned turned = book.turn(elevenOClock);

        assertThat(turned.set().number()).isEqualTo(2);
        assertThat(turned.changed()).extracting(PolicyVersion::id).containsExactly("staged");
    }

    @Test
    void clockThatGoesBackDoesNotTakeTheSetWithIt() {
        submit("p", policy("p", "global", "true"), GOVERNANCE);
        PolicyBook slow = new PolicyBook(
                sets,
                versions,
                READER,
                new DomainAuthorizer(),
                Clock.fixed(NOON.instant().minusSeconds(60), ZoneOffset.UTC));

        slow.submit(List.of(request("q", policy("q", "global", "true"), GOVERNANCE)));

        assertThat(sets.current()).isEqualTo(new SetRevision(2, NOON.instant()));
    }

    private static String tightenable(String minimum) {
        return policy("global", "global", "product.slo('a') >= parameters.minimum")
                .replace("  rules:", "  parameters: {minimum: {default: " + minimum + ", stricter: higher}}\n  rules:");
    }

    private static String tightening(String policyId, String minimum) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: ours, title: A title}
                spec:
                  scope: domain:sales
                  category: documentation
                  enforcement: mandatory
                  tightens: %s
                  parameters: {minimum: %s}
                """.formatted(policyId, minimum);
    }

    private PolicyDecision submit(String id, String document, Caller caller) {
        return book.submit(List.of(request(id, document, caller)))
                .decisions()
                .values()
                .iterator()
                .next();
    }

    private static PolicyRequest request(String id, String document, Caller caller) {
        return new PolicyRequest(UUID.randomUUID(), id, document, "test", caller);
    }

    private static Refused refused(PolicyDecision decision) {
        return (Refused) decision;
    }

    private Replaced replace(PolicyFile... files) {
        Good good = (Good) new FolderReader(READER).read(List.of(files));
        return book.replaceFiles(good.files(), "policy-folder");
    }

    private static PolicyFile file(String id, String expression) {
        return new PolicyFile(id + ".yaml", policy(id, "global", expression));
    }

    /** A policy that no product complies with, and a test that expects otherwise or not. */
    private static String tested(String expectation) {
        return policy("p", "global", "false") + "  tests: [{name: any, expect: " + expectation + "}]\n";
    }

    private static String policy(String id, String scope, String expression) {
        return """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: A title}
                spec:
                  scope: "%s"
                  category: documentation
                  enforcement: mandatory
                  rules: [{id: r, expression: "%s", message: it is wrong}]
                """.formatted(id, scope, expression);
    }
}
