package io.meshwork.policy.judgement;

import static io.meshwork.policy.judgement.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.policy.judgement.Verdict.Compliance;
import io.meshwork.policy.language.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a set says depends on its moment: stages of a roll-out, waivers, and the grace after a change. */
class RollOutTest {

    private static final Facts CART = Facts.ofProduct("{\"domain\": \"sales\", \"name\": \"cart\"}");
    private static final Instant FEBRUARY = Instant.parse("2027-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2027-03-01T00:00:00Z");
    private static final String STRICT = policy("strict", "global", "mandatory", "false");
    private static final String ROLLED_OUT = policy("strict", "global", "disabled", "false")
            .replace("  rules:", """
              schedule:
                - {from: 2027-02-01, enforcement: advisory}
                - {from: 2027-03-01, enforcement: mandatory}
              rules:""".indent(2).stripTrailing());
    private static final Waiver EXCUSED = new Waiver("w-1", "strict", null, "sales.cart", "grace", FEBRUARY, MARCH);

    @Test
    void stagesBeginOnTheirDay() {
        assertThat(compliance(FEBRUARY.minusNanos(1))).isEqualTo(Compliance.COMPLIANT);
        assertThat(compliance(FEBRUARY)).isEqualTo(Compliance.WARNINGS);
        assertThat(compliance(MARCH)).isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void waiverExcusesItsProductWhileItHolds() {
        Verdict waived = at(FEBRUARY, List.of(EXCUSED), STRICT).judge("sales.cart", CART);

        assertThat(waived.compliance()).isEqualTo(Compliance.WARNINGS);
        assertThat(waived.violations().getFirst().waiver()).isEqualTo(new Violation.Waived("w-1", "grace", MARCH));
        assertThat(at(FEBRUARY, List.of(EXCUSED), STRICT)
                        .judge("sales.other", CART)
                        .compliance())
                .isEqualTo(Compliance.VIOLATED);
        assertThat(at(MARCH, List.of(EXCUSED), STRICT).judge("sales.cart", CART).compliance())
                .isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void waiverOfDomainExcusesAllItsProductsFromOneRule() {
        Waiver domain = new Waiver("w-2", "strict", "the-rule", "sales", "grace", FEBRUARY, MARCH);
        Waiver otherRule = new Waiver("w-3", "strict", "another", "sales", "grace", FEBRUARY, MARCH);

        assertThat(at(FEBRUARY, List.of(domain), STRICT)
                        .judge("sales.any", CART)
                        .compliance())
                .isEqualTo(Compliance.WARNINGS);
        assertThat(at(FEBRUARY, List.of(otherRule), STRICT)
                        .judge("sales.any", CART)
                        .compliance())
                .isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void productThatCompliedBeforeAChangeOfPoliciesIsSparedForItsGrace() {
        PolicySet before = at(FEBRUARY, List.of(), policy("strict", "global", "mandatory", "true"));
        PolicySet after = at(FEBRUARY, List.of(), STRICT);
        Verdict last = before.judge("sales.cart", CART);

        Verdict spared = after.spare(after.judge("sales.cart", CART), last, true, FEBRUARY);

        assertThat(spared.compliance()).isEqualTo(Compliance.WARNINGS);
        assertThat(spared.blocksAt()).contains(FEBRUARY.plus(Duration.ofDays(14)));
    }

    @Test
    void graceIsNotGrantedTwice() {
        PolicySet after = at(FEBRUARY, List.of(), STRICT);
        Verdict judged = after.judge("sales.cart", CART);
        Verdict spared = after.spare(judged, at(FEBRUARY, List.of()).judge("sales.cart", CART), true, FEBRUARY);
        Instant end = FEBRUARY.plus(Duration.ofDays(14));

        assertThat(after.spare(judged, spared, true, end.minusNanos(1)).blocksAt())
                .contains(end);
        assertThat(after.spare(judged, spared, true, end).compliance()).isEqualTo(Compliance.VIOLATED);
        assertThat(after.spare(judged, judged, true, end).compliance()).isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void waiverDoesNotUseUpTheGrace() {
        Instant end = FEBRUARY.plus(Duration.ofDays(14));
        Waiver week =
                new Waiver("w-4", "strict", null, "sales.cart", "grace", FEBRUARY, FEBRUARY.plus(Duration.ofDays(7)));
        PolicySet waived = at(FEBRUARY, List.of(week), STRICT);
        Verdict complied = at(FEBRUARY, List.of()).judge("sales.cart", CART);

        Verdict first = waived.spare(waived.judge("sales.cart", CART), complied, true, FEBRUARY);
        PolicySet after = at(week.until(), List.of(week), STRICT);
        Verdict second = after.spare(after.judge("sales.cart", CART), first, true, week.until());

        assertThat(first.blocksAt()).isEmpty();
        assertThat(first.compliance()).isEqualTo(Compliance.WARNINGS);
        assertThat(second.blocksAt()).contains(end);
    }

    @Test
    void advisoryPolicyThatBecomesMandatoryGrantsGrace() {
        Verdict warned = at(FEBRUARY, List.of(), ROLLED_OUT).judge("sales.cart", CART);
        PolicySet mandatory = at(MARCH, List.of(), ROLLED_OUT);

        Verdict spared = mandatory.spare(mandatory.judge("sales.cart", CART), warned, true, MARCH);

        assertThat(spared.blocksAt()).contains(MARCH.plus(Duration.ofDays(14)));
    }

    @Test
    void whoStopsComplyingByHimselfIsNotSpared() {
        PolicySet set = at(FEBRUARY, List.of(), STRICT);
        Verdict complied = at(FEBRUARY, List.of()).judge("sales.cart", CART);

        assertThat(set.spare(set.judge("sales.cart", CART), complied, false, FEBRUARY)
                        .compliance())
                .isEqualTo(Compliance.VIOLATED);
    }

    @Test
    void policyMayGrantNoGrace() {
        PolicySet set = at(FEBRUARY, List.of(), STRICT.replace("  rules:", "  grace: 0 days\n  rules:"));

        assertThat(set.spare(
                                set.judge("sales.cart", CART),
                                at(FEBRUARY, List.of()).judge("sales.cart", CART),
                                true,
                                FEBRUARY)
                        .compliance())
                .isEqualTo(Compliance.VIOLATED);
    }

    private static Compliance compliance(Instant moment) {
        return at(moment, List.of(), ROLLED_OUT).judge("sales.cart", CART).compliance();
    }

    private static PolicySet at(Instant moment, List<Waiver> waivers, String... documents) {
        return Policies.at(moment, 1, new Waivers(waivers, moment), documents);
    }
}
