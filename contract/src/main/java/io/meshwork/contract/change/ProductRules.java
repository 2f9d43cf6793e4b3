package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.always;
import static io.meshwork.contract.change.Rule.stated;
import static io.meshwork.contract.change.Rule.words;
import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes of the product as a whole mean; its parts have rules of their own. */
final class ProductRules {

    private static final List<Attribute<DataProduct, ?>> TABLE = List.of(
            new Attribute<>(
                    "domain",
                    DataProduct::domain,
                    always(
                            breaking(
                                    "Whoever refers to the product by its id no longer finds it: another domain makes it another product."))),
            new Attribute<>(
                    "name",
                    DataProduct::name,
                    always(
                            breaking(
                                    "Whoever refers to the product by its id no longer finds it: another name makes it another product."))),
            new Attribute<>("title", DataProduct::title, words("title")),
            new Attribute<>(
                    "type",
                    DataProduct::type,
                    always(
                            risky(
                                    "The data come to be in another way, from {before} to {after}; conclusions drawn from that may no longer hold."))),
            new Attribute<>("status", DataProduct::status, ProductRules::lifecycle),
            new Attribute<>("description", DataProduct::description, words("description")),
            new Attribute<>(
                    "classification",
                    DataProduct::classification,
                    stated(
                            risky("Rules for {after} data now apply to what consumers already hold."),
                            breaking("Consumers no longer know how to handle data that were {before}."),
                            breaking(
                                    "Consumers who handle the data as {before} must handle them as {after}, and may lose access."))),
            new Attribute<>("retention", DataProduct::retention, ServiceLevelRules::retention),
            new Attribute<>(
                    "accessPolicy",
                    DataProduct::accessPolicy,
                    stated(
                            risky("Access is now decided by {after}; consumers who read freely may have to ask."),
                            risky(
                                    "Access is no longer decided by {before}; whoever relied on that protection must check."),
                            risky("Access is now decided by {after} instead of {before}; a consumer may lose it."))));

    private static final List<Attribute<Owner, ?>> OWNER = List.of(
            new Attribute<>(
                    "team",
                    Owner::team,
                    always(safe("Somebody else answers for the product; the data stay the same."))),
            new Attribute<>(
                    "contact",
                    Owner::contact,
                    always(safe("The owner is reached in another way; the data stay the same."))));

    private ProductRules() {}

    static void compare(DataProduct before, DataProduct after, Findings findings) {
        findings.compare(TABLE, before, after, Place.ROOT);
        findings.compare(OWNER, before.owner(), after.owner(), Place.ROOT.child("owner"));
        Names.compareTags(before.tags(), after.tags(), Place.ROOT, findings);
        Moves moves = SchemaChanges.compare(before, after, findings);
        PortRules.compare(before, after, findings);
        ServiceLevelRules.compare(before.serviceLevels(), after.serviceLevels(), moves, findings);
        CheckRules.compare(before.qualityChecks(), after.qualityChecks(), moves, findings);
        TermsRules.compare(before, after, findings);
        CustomChanges.compare(before.custom(), after.custom(), findings);
    }

    private static Ruling lifecycle(@Nullable LifecycleStatus before, @Nullable LifecycleStatus after) {
        boolean inUse = before == LifecycleStatus.PRODUCTION || before == LifecycleStatus.DEPRECATED;
        if (after == LifecycleStatus.DEPRECATED) {
            return risky("Consumers have to move on in time: the product will end.");
        }
        if (!inUse || after == LifecycleStatus.PRODUCTION) {
            return safe("Nobody in production loses anything by the step from {before} to {after}.");
        }
        return after == LifecycleStatus.RETIRED
                ? breaking("Consumers lose the data: the product is retired.")
                : breaking("Consumers lose what production promised them: the product goes back to {after}.");
    }
}
