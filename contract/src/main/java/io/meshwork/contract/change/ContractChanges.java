package io.meshwork.contract.change;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.version.SemanticVersion;
import java.util.List;

/**
 * Compares two versions of a contract. Everything in a list is recognised by its name, never by its position, and by what it is
 * when the name changed. Pure functions, in time linear in the size of the contracts.
 */
public final class ContractChanges {

    private ContractChanges() {}

    /**
     * All changes, breaking ones first, each group in the order of the contract. The declared version, and where a check stood in
     * its document, are not part of the comparison.
     */
    public static List<Change> between(DataProduct before, DataProduct after) {
        Findings findings = new Findings();
        ProductRules.compare(before, after, findings);
        return findings.byImpact();
    }

    /**
     * The lowest release that may carry these changes: the next major for a breaking one, the next minor for any other. When only
     * words for people changed, or the same value is written differently, the next patch will do; without a change it is
     * {@code from} itself. A step of the life cycle that breaks nobody counts as a minor one, since semver.org rule 7 announces
     * deprecations so. Versions below 1.0.0 are no exception: a product that others can find has consumers.
     */
    public static SemanticVersion requiredVersion(SemanticVersion from, List<Change> changes) {
        return VersionStep.of(changes).after(from);
    }

    /** Whether {@code declared} is enough for these changes since {@code from}. */
    public static VersionVerdict verdict(SemanticVersion from, SemanticVersion declared, List<Change> changes) {
        return VersionVerdict.of(from, declared, changes);
    }
}
