package io.meshwork.policy.compliance;

/**
 * Products by the worst that the policies say of them; each counts once.
 *
 * @param blocked a mandatory rule is violated
 * @param inGrace will be blocked when the grace after a change of policies ends
 * @param waived a mandatory rule is violated, and a waiver excuses it
 * @param warned only advisory rules are violated
 * @param compliant nothing is violated
 */
public record Standing(long blocked, long inGrace, long waived, long warned, long compliant) {

    public long products() {
        return blocked + inGrace + waived + warned + compliant;
    }

    public Standing plus(Standing other) {
        return new Standing(
                blocked + other.blocked,
                inGrace + other.inGrace,
                waived + other.waived,
                warned + other.warned,
                compliant + other.compliant);
    }
}
