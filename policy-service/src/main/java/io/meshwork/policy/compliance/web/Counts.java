package io.meshwork.policy.compliance.web;

import io.meshwork.policy.compliance.Standing;
import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "Compliance", description = "Products by the worst that the policies say of them; each counts once")
record Counts(
        long products,

        @Schema(description = "a mandatory rule is violated")
        long blocked,

        @Schema(description = "will be blocked when the grace after a change of policies ends")
        long inGrace,

        @Schema(description = "excused by a waiver") long waived,

        @Schema(description = "only advisory rules are violated")
        long warned,

        @Schema(description = "nothing is violated") long compliant) {

    static final String HEADER = "products,blocked,inGrace,waived,warned,compliant";

    static Counts of(Standing standing) {
        return new Counts(
                standing.products(),
                standing.blocked(),
                standing.inGrace(),
                standing.waived(),
                standing.warned(),
                standing.compliant());
    }

    String csv() {
        return products + "," + blocked + "," + inGrace + "," + waived + "," + warned + "," + compliant;
    }
}
