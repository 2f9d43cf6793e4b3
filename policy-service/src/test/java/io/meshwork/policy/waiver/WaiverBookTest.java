package io.meshwork.policy.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.policy.define.Origin;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.VersionsInMemory;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.inforce.SetRevision;
import io.meshwork.policy.inforce.SetsInMemory;
import io.meshwork.policy.language.PolicyLanguage;
import io.meshwork.policy.model.Category;
import io.meshwork.policy.model.Enforcement;
import io.meshwork.policy.model.Rollout;
import io.meshwork.policy.model.Scope;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverDecision.Granted;
import io.meshwork.policy.waiver.WaiverDecision.Refused;
import io.meshwork.policy.waiver.WaiverDecision.Unchanged;
import io.meshwork.policy.waiver.WaiverDecision.Withdrawn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaiverBookTest {

    private static final PolicyReader READER = new PolicyReader(new PolicyLanguage());
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant IN_A_MONTH = NOON.plus(Duration.ofDays(30));
    private static final Exemption CART_FROM_GLOBAL =
            new Exemption("global", "stated", "cart.carts", "The new store comes in March.", "cart-team");
    private static final Caller GOVERNANCE = new Caller.Verified("grace", Set.of(), Set.of("governance"));
    private static final Caller CART = new Caller.Verified("carl", Set.of("cart"), Set.of());

    private final SetsInMemory sets = new SetsInMemory();
    private final VersionsInMemory policies = new VersionsInMemory();
    private final WaiversInMemory waivers = new WaiversInMemory();
    private final WaiverBook book = book(NOON);

    @BeforeEach
    void definePolicies() {
        policies.add(List.of(
                policy("global", "global", "rules: [{id: stated, expression: 'true', message: it is wrong}]", false),
                policy("ours", "domain:cart", "rules: [{id: named, expression: 'true', message: it is wrong}]", false),
                policy("gone", "global", "rules: [{id: stated, expression: 'true', message: it is wrong}]", true),
                policy("stricter", "domain:cart", "tightens: global\n  parameters: {}", false),
                policy("foreign", "global", "language: unheard of", false)));
    }

    @Test
    void waiverIsTheFirstRevisionOfTheNextSet() {
        Granted granted = (Granted) submit(CART_FROM_GLOBAL, GOVERNANCE);

        assertThat(granted.waiver())
                .isEqualTo(
                        new WaiverVersion("w", 1, 1, CART_FROM_GLOBAL, NOON, IN_A_MONTH, "test", "grace", false, NOON));
        assertThat(granted.subjects()).containsExactly("cart.carts");
        assertThat(sets.current()).isEqualTo(new SetRevision(1, NOON));
    }

    @Test
    void sameWaiverAgainIsUnchanged() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);

        assertThat(submitted(book(NOON.plusSeconds(60)), draft(CART_FROM_GLOBAL, null, IN_A_MONTH), GOVERNANCE))
                .isInstanceOf(Unchanged.class);
        assertThat(submit(draft(CART_FROM_GLOBAL, NOON, IN_A_MONTH), GOVERNANCE))
                .isInstanceOf(Unchanged.class);
        assertThat(sets.current().number()).isEqualTo(1);
    }

    @Test
    void laterEndIsAnExtensionThatBeginsNow() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);

        Instant later = IN_A_MONTH.plusSeconds(1);
        Instant nextDay = NOON.plus(Duration.ofDays(1));
        Granted granted = (Granted) submitted(book(nextDay), draft(CART_FROM_GLOBAL, null, later), GOVERNANCE);

        assertThat(granted.waiver().revision()).isEqualTo(2);
        assertThat(granted.waiver().startsAt()).isEqualTo(nextDay);
        assertThat(granted.waiver().endsAt()).isEqualTo(later);
    }

    @Test
    void anotherSubjectHasBothJudgedAgain() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);

        Granted granted = (Granted) submit(
                new Exemption("global", null, "media", "The new store comes in March.", "cart-team"), GOVERNANCE);

        assertThat(granted.subjects()).containsExactlyInAnyOrder("cart.carts", "media");
    }

    @Test
    void waiverMayBeginLater() {
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        Granted granted = (Granted) submit(draft(CART_FROM_GLOBAL, tomorrow, IN_A_MONTH), GOVERNANCE);

        assertThat(granted.waiver().startsAt()).isEqualTo(tomorrow);
        assertThat(submit(draft(CART_FROM_GLOBAL, null, IN_A_MONTH), GOVERNANCE))
                .as("at once is another start")
                .isInstanceOf(Granted.class);
    }

    @Test
    void wholeDomainMayBeExcusedFromAllRulesOfAPolicy() {
        assertThat(submit(new Exemption("global", null, "cart", "The new store comes.", "x"), GOVERNANCE))
                .isInstanceOf(Granted.class);
    }

    @Test
    void domainExcusesFromItsOwnPoliciesOnly() {
        assertThat(submit(new Exemption("ours", "named", "cart.carts", "The new store comes.", "x"), CART))
                .isInstanceOf(Granted.class);
        assertThat(refused(submit(new Exemption("ours", null, "media.films", "The new store comes.", "x"), CART)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.OUT_OF_SCOPE))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().pointer()).isEqualTo("/subject"));
    }

    @Test
    void domainCannotExcuseItselfFromWhatIsGlobal() {
        Refused refused = refused(submit(CART_FROM_GLOBAL, CART));

        assertThat(refused.code()).isEqualTo(Code.DENIED);
        assertThat(refused.reason()).contains("whoever may define the policy", "'carl' may not");
    }

    @Test
    void domainCannotReplaceAWaiverThatItMayNotEnd() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);

        assertThat(refused(submit(new Exemption("ours", null, "cart", "The new store comes.", "x"), CART))
                        .code())
                .isEqualTo(Code.DENIED);
    }

    @Test
    void idOfAWaiverThatIsOverIsFree() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);

        WaiverDecision decision = submitted(
                book(IN_A_MONTH),
                draft(
                        new Exemption("ours", null, "cart", "The new store comes.", "x"),
                        null,
                        IN_A_MONTH.plusSeconds(1)),
                CART);

        assertThat(((Granted) decision).waiver().revision()).isEqualTo(2);
    }

    @Test
    void policyMustBeInForce() {
        assertThat(refused(submit(new Exemption("globl", null, "cart", "The new store comes.", "x"), GOVERNANCE)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.POLICY_UNKNOWN))
                .satisfies(refused -> assertThat(refused.reason()).contains("Did you mean `global`?"));
        assertThat(refused(submit(new Exemption("gone", null, "cart", "The new store comes.", "x"), GOVERNANCE))
                        .code())
                .isEqualTo(Code.POLICY_UNKNOWN);
    }

    @Test
    void ruleMustBeOneOfThePolicy() {
        assertThat(refused(submit(new Exemption("global", "statd", "cart", "The new store comes.", "x"), GOVERNANCE)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.RULE_UNKNOWN))
                .satisfies(refused ->
                        assertThat(refused.reason()).contains("Did you mean `stated`?", "Known are: stated, match"))
                .satisfies(refused ->
                        assertThat(refused.faults().getFirst().pointer()).isEqualTo("/rule"));
    }

    @Test
    void ruleOfAPolicyThatIsNotUnderstoodCannotBeNamed() {
        assertThat(refused(submit(new Exemption("foreign", "r", "cart", "The new store comes.", "x"), GOVERNANCE))
                        .code())
                .isEqualTo(Code.RULE_UNKNOWN);
        assertThat(submit(new Exemption("foreign", null, "cart", "The new store comes.", "x"), GOVERNANCE))
                .isInstanceOf(Granted.class);
    }

    @Test
    void waiverNamesThePolicyThatIsViolatedAndNotItsTightening() {
        assertThat(refused(submit(new Exemption("stricter", null, "cart", "The new store comes.", "x"), CART)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.POLICY_TIGHTENS))
                .satisfies(refused -> assertThat(refused.reason()).contains("name 'global'"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Refused refused = refused(submitted(
                book,
                "Not An Id",
                draft(new Exemption("", "r", "cart.carts.more", "because", " "), null, NOON),
                GOVERNANCE));

        assertThat(refused.code()).isEqualTo(Code.INVALID);
        assertThat(refused.faults())
                .extracting(WaiverFault::pointer)
                .containsExactly("", "/policyId", "/subject", "/reason", "/owner", "/endsAt");
    }

    @Test
    void reasonHasTenToFiveHundredCharacters() {
        assertThat(pointers(because("a".repeat(9)))).containsExactly("/reason");
        assertThat(pointers(because("a".repeat(10)))).isEmpty();
        assertThat(pointers(because("a".repeat(500)))).isEmpty();
        assertThat(pointers(because("a".repeat(501)))).containsExactly("/reason");
        assertThat(pointers(because("a".repeat(10) + "\0"))).containsExactly("/reason");
    }

    @Test
    void ownerHasAtMostTwoHundredCharacters() {
        assertThat(pointers(ownedBy("a".repeat(200)))).isEmpty();
        assertThat(pointers(ownedBy("a".repeat(201)))).containsExactly("/owner");
    }

    @Test
    void endIsInTheFutureAndAfterTheStart() {
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        assertThat(pointers(draft(CART_FROM_GLOBAL, null, NOON))).containsExactly("/endsAt");
        assertThat(pointers(draft(CART_FROM_GLOBAL, null, NOON.plusSeconds(1)))).isEmpty();
        assertThat(pointers(draft(CART_FROM_GLOBAL, tomorrow, tomorrow))).containsExactly("/endsAt");
    }

    @Test
    void waiverLastsAtMostAYearAndBeginsAtMostAYearAhead() {
        Instant inAYear = NOON.plus(Duration.ofDays(366));

        assertThat(pointers(draft(CART_FROM_GLOBAL, null, inAYear))).isEmpty();
        assertThat(pointers(draft(CART_FROM_GLOBAL, null, inAYear.plusMillis(1))))
                .containsExactly("/endsAt");
        assertThat(pointers(draft(CART_FROM_GLOBAL, inAYear, inAYear.plusSeconds(1))))
                .isEmpty();
        assertThat(pointers(draft(CART_FROM_GLOBAL, inAYear.plusMillis(1), inAYear.plusSeconds(1))))
                .containsExactly("/startsAt");
    }

    @Test
    void waiverThatIsEndedIsWithdrawn() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);

        Withdrawn withdrawn = (Withdrawn) submit((WaiverDraft) null, GOVERNANCE);

        assertThat(withdrawn.waiver().revision()).isEqualTo(2);
        assertThat(withdrawn.waiver().stateAt(NOON)).isEqualTo(WaiverState.WITHDRAWN);
        assertThat(sets.current().number()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereOrOverCannotBeEnded() {
        assertThat(refused(submit((WaiverDraft) null, GOVERNANCE)).code()).isEqualTo(Code.UNKNOWN);

        submit(CART_FROM_GLOBAL, GOVERNANCE);

        assertThat(refused(submit((WaiverDraft) null, CART)).code()).isEqualTo(Code.DENIED);
        assertThat(refused(submitted(book(IN_A_MONTH), null, GOVERNANCE)).code())
                .isEqualTo(Code.OVER);
    }

    @Test
    void waiverOfAPolicyThatIsGoneCanBeEnded() {
        waivers.add(List.of(new WaiverVersion(
                "w",
                1,
                1,
                new Exemption("gone", null, "cart", "The new store comes.", "x"),
                NOON,
                IN_A_MONTH,
                "",
                "grace",
                false,
                NOON)));

        assertThat(refused(submit((WaiverDraft) null, CART)).code()).isEqualTo(Code.DENIED);
        assertThat(submit((WaiverDraft) null, GOVERNANCE)).isInstanceOf(Withdrawn.class);
    }

    @Test
    void withdrawnWaiverMayBeGrantedAgain() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);
        submit((WaiverDraft) null, GOVERNANCE);

        assertThat(((Granted) submit(CART_FROM_GLOBAL, GOVERNANCE)).waiver().revision())
                .isEqualTo(3);
    }

    @Test
    void requestsOfOneBatchMakeOneSet() {
        WaiverBook.Decided decided = book.submit(List.of(
                request("a", draft(CART_FROM_GLOBAL, null, IN_A_MONTH), GOVERNANCE),
                request("a", draft(CART_FROM_GLOBAL, null, IN_A_MONTH), GOVERNANCE),
                request("a", null, GOVERNANCE)));

        assertThat(decided.decisions().values())
                .extracting(Object::getClass)
                .isEqualTo(List.of(Granted.class, Unchanged.class, Withdrawn.class));
        assertThat(decided.setRevision()).isEqualTo(1);
    }

    @Test
    void onlyTheRevisionThatCountsStands() {
        submit(CART_FROM_GLOBAL, GOVERNANCE);
        assertThat(book.standing("w", 1)).isPresent();

        submit(draft(CART_FROM_GLOBAL, null, IN_A_MONTH.plusSeconds(1)), GOVERNANCE);
        assertThat(book.standing("w", 1)).isEmpty();
        assertThat(book.standing("w", 2)).isPresent();

        submit((WaiverDraft) null, GOVERNANCE);
        assertThat(book.standing("w", 3)).isEmpty();
        assertThat(book.standing("never-was", 1)).isEmpty();
    }

    private WaiverBook book(Instant now) {
        return new WaiverBook(
                sets, waivers, policies, READER, new DomainAuthorizer(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> pointers(WaiverDraft draft) {
        return submitted(book, UUID.randomUUID().toString(), draft, GOVERNANCE) instanceof Refused refused
                ? refused.faults().stream().map(WaiverFault::pointer).toList()
                : List.of();
    }

    private static WaiverDraft because(String reason) {
        return draft(new Exemption("global", null, "cart", reason, "x"), null, IN_A_MONTH);
    }

    private static WaiverDraft ownedBy(String owner) {
        return draft(new Exemption("global", null, "cart", "The new store comes.", owner), null, IN_A_MONTH);
    }

    private static WaiverDraft draft(Exemption exemption, @Nullable Instant startsAt, Instant endsAt) {
        return new WaiverDraft(exemption, startsAt, endsAt);
    }

    private WaiverDecision submit(Exemption exemption, Caller caller) {
        return submit(draft(exemption, null, IN_A_MONTH), caller);
    }

    private WaiverDecision submit(@Nullable WaiverDraft draft, Caller caller) {
        return submitted(book, draft, caller);
    }

    private static WaiverDecision submitted(WaiverBook book, @Nullable WaiverDraft draft, Caller caller) {
        return submitted(book, "w", draft, caller);
    }

    private static WaiverDecision submitted(WaiverBook book, String id, @Nullable WaiverDraft draft, Caller caller) {
        return book.submit(List.of(request(id, draft, caller)))
                .decisions()
                .values()
                .iterator()
                .next();
    }

    private static WaiverRequest request(String id, @Nullable WaiverDraft draft, Caller caller) {
        return new WaiverRequest(UUID.randomUUID(), id, draft, "test", caller);
    }

    private static Refused refused(WaiverDecision decision) {
        return (Refused) decision;
    }

    private static PolicyVersion policy(String id, String scope, String content, boolean withdrawn) {
        String document = """
                apiVersion: meshwork.io/v1
                kind: Policy
                metadata: {id: %s, title: A title}
                spec:
                  scope: "%s"
                  category: documentation
                  enforcement: mandatory
                  %s
                """.formatted(id, scope, content);
        return new PolicyVersion(
                id,
                1,
                0,
                "A title",
                Scope.parse(scope).orElseThrow(),
                Category.DOCUMENTATION,
                Rollout.always(Enforcement.MANDATORY),
                document,
                Origin.FILE,
                id + ".yaml",
                withdrawn,
                "policy-folder",
                Instant.EPOCH);
    }
}
