package io.meshwork.cli.diff;

import io.meshwork.contract.change.Change;
import io.meshwork.contract.change.ContractChanges;
import io.meshwork.contract.change.Impact;
import io.meshwork.contract.change.VersionVerdict;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.version.SemanticVersion;
import java.util.List;

/**
 * Two versions of a product side by side.
 *
 * @param changes breaking ones first
 */
record Comparison(DataProduct before, DataProduct after, List<Change> changes, VersionVerdict verdict) {

    /** Both come from the reader, which takes no other versions than semantic ones. */
    static Comparison of(DataProduct before, DataProduct after) {
        List<Change> changes = ContractChanges.between(before, after);
        return new Comparison(
                before, after, changes, ContractChanges.verdict(version(before), version(after), changes));
    }

    List<Change> of(Impact impact) {
        return changes.stream().filter(change -> change.impact() == impact).toList();
    }

    /** The lowest release that may carry the changes. */
    String requiredVersion() {
        return switch (verdict) {
            case VersionVerdict.Enough enough -> enough.required().toString();
            case VersionVerdict.TooLow low -> low.required().toString();
        };
    }

    boolean versionIsEnough() {
        return verdict instanceof VersionVerdict.Enough;
    }

    private static SemanticVersion version(DataProduct product) {
        return SemanticVersion.parse(product.version()).orElseThrow();
    }
}
