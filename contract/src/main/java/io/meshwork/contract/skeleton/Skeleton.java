package io.meshwork.contract.skeleton;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.LifecycleStatus;
import io.meshwork.contract.model.Owner;
import io.meshwork.contract.model.ProductType;
import io.meshwork.contract.model.Terms;
import io.meshwork.contract.write.OdcsWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A draft of a product: everything that its structure tells, nothing that only people know, and no value of the data.
 *
 * @param stillToDo what people have to look at, a sentence each
 */
public record Skeleton(DataProduct product, List<String> stillToDo) {

    private static final int LONGEST_LIST = 10;

    public Skeleton {
        stillToDo = List.copyOf(stillToDo);
    }

    public static Skeleton of(Structure found, Identity identity) {
        DraftedSchema schema = new DraftedSchema(found);
        DataProduct product = new DataProduct(
                identity.domain(),
                identity.name(),
                identity.version(),
                null,
                ProductType.SOURCE,
                LifecycleStatus.DEVELOPMENT,
                null,
                null,
                new Owner(identity.owner(), null),
                List.of(),
                List.of(schema.dataset()),
                List.of(found.port()),
                List.of(),
                List.of(),
                schema.checks(),
                List.of(),
                null,
                null,
                Terms.NONE,
                schema.custom());
        return new Skeleton(product, stillToDo(found, schema));
    }

    /**
     * As a contract of the Open Data Contract Standard.
     *
     * @throws IllegalArgumentException when it does not fit into one, which has room for {@code ContractReader.MAX_BYTES}
     */
    public String contract() {
        return OdcsWriter.write(product);
    }

    private static List<String> stillToDo(Structure found, DraftedSchema schema) {
        List<String> all = new ArrayList<>();
        all.add(
                "Say what the data is for (description.purpose), and how fresh and how available it is (slaProperties).");
        long without = undescribed(found.fields());
        if (without > 0) {
            all.add("Describe the fields; " + without + " of " + schema.fields() + " say nothing yet.");
        }
        add(all, "Look at what seems to be personal data, by its name alone", schema.personal());
        add(all, "Nested too deep to be described", schema.cut());
        add(all, "Names that no contract can hold were changed, so these columns will not be found", schema.unnamed());
        return all;
    }

    private static long undescribed(List<FoundField> fields) {
        long without = 0;
        for (FoundField field : fields) {
            String description = field.description();
            without += (description == null || description.isBlank() ? 1 : 0) + undescribed(members(field.type()));
        }
        return without;
    }

    private static List<FoundField> members(FoundType type) {
        FoundType items = type.items();
        return items == null ? type.members() : members(items);
    }

    private static void add(List<String> all, String what, List<String> paths) {
        if (!paths.isEmpty()) {
            String some = String.join(", ", paths.subList(0, Math.min(LONGEST_LIST, paths.size())));
            String more = paths.size() > LONGEST_LIST ? " and " + (paths.size() - LONGEST_LIST) + " more" : "";
            all.add(what + ": " + some + more + ".");
        }
    }
}
