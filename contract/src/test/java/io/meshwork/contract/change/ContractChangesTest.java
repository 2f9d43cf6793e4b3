package io.meshwork.contract.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.DataProduct;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractChangesTest {

    private static final String ALIKE = "{\"name\": \"%s\", \"type\": \"string\", \"description\": \"A word\"}";

    private final Model everything = Model.everything();

    private List<Change> changesTo(Model after) {
        return ContractChanges.between(everything.read(), after.read());
    }

    @Test
    void tellsWhereWhatAndWhy() {
        List<Change> changes = changesTo(everything.set("/schema/0/fields/3/fields/0/type", "\"integer\""));

        assertThat(changes)
                .containsExactly(new Change(
                        Kind.CHANGED,
                        Impact.BREAKING,
                        "/schema/0/fields/3/fields/0/type",
                        "/schema/0/fields/3/fields/0",
                        "orders.address.city.type",
                        "string",
                        "integer",
                        "Consumers that read string values get integer values."));
    }

    @Test
    void tellsAnotherTypeOnceThoughItsTypeInTheStorageGoesWithIt() {
        Model after =
                everything.set("/schema/0/fields/0/type", "\"integer\"").remove("/schema/0/fields/0/physicalType");

        assertThat(changesTo(after)).extracting(Change::path).containsExactly("orders.id.type");
    }

    @Test
    void pointsIntoTheOldVersionWhenNothingIsLeft() {
        assertThat(changesTo(everything.remove("/schema/0/fields/1")))
                .extracting(Change::pointer, Change::before, Change::after)
                .containsExactly(tuple("/schema/0/fields/1", "string", null));
    }

    @Test
    void putsBreakingChangesFirst() {
        Model after = everything
                .set("/title", "\"New\"")
                .set("/retention", "\"1 year\"")
                .remove("/outputPorts/1");

        assertThat(changesTo(after)).extracting(Change::impact).isSorted().hasSize(3);
    }

    @Test
    void theDeclaredVersionIsNoChange() {
        assertThat(changesTo(everything.set("/version", "\"2.0.0\""))).isEmpty();
    }

    @Test
    void recognisesAFieldByItsColumn() {
        Model after = everything
                .set("/schema/0/fields/2/name", "\"total\"")
                .set("/schema/0/fields/2/physicalName", "\"amount\"")
                .set("/schema/0/fields/2/type", "\"integer\"")
                .set("/qualityChecks/1/fields", "[\"total\"]")
                .set("/qualityChecks/2/fields", "[\"total\", \"id\"]");

        assertThat(changesTo(after).stream().filter(change -> !change.path().startsWith("custom")))
                .extracting(Change::kind, Change::impact, Change::path)
                .containsExactly(
                        tuple(Kind.CHANGED, Impact.BREAKING, "orders.total.type"),
                        tuple(Kind.RENAMED, Impact.RISKY, "orders.total"));
    }

    @Test
    void recognisesAFieldByWhatTheBusinessCallsItWhereverItStands() {
        DataProduct after = everything
                .remove("/schema/0/fields/2")
                .set("/schema/0/fields/-", """
                        {"name": "value", "type": "number", "description": "Sum of the lines"}""")
                .set("/custom/schema/orders/properties", """
                        {"value": {"businessName": "Order value"}}""")
                .read();

        assertThat(ContractChanges.between(everything.read(), after))
                .filteredOn(change -> change.kind() == Kind.RENAMED)
                .singleElement()
                .satisfies(change -> assertThat(change.before()).isEqualTo("amount"))
                .satisfies(change -> assertThat(change.after()).isEqualTo("value"));
    }

    @Test
    void recognisesAFieldByItsDescriptionWhereverItStands() {
        Model after = everything.remove("/schema/0/fields/1").set("/schema/0/fields/-", """
                {"name": "mail", "type": "string", "description": "Who ordered", "pii": true, "classification": "restricted"}""");

        assertThat(changesTo(after).getFirst())
                .extracting(Change::kind, Change::before, Change::after, Change::impact)
                .containsExactly(Kind.RENAMED, "email", "mail", Impact.BREAKING);
    }

    @Test
    void doesNotGuessWhenSeveralFieldsLookTheSame() {
        Model before = twoAlike("one", "two");
        Model after = twoAlike("fill_2", "fill_3")
                .set("/schema/1/fields/2/type", "\"date\"")
                .set("/schema/1/fields/3/type", "\"date\"")
                .set("/schema/1/fields/-", ALIKE.formatted("three"))
                .set("/schema/1/fields/-", ALIKE.formatted("four"));

        assertThat(ContractChanges.between(before.read(), after.read()))
                .extracting(Change::kind)
                .doesNotContain(Kind.RENAMED);
    }

    private Model twoAlike(String one, String two) {
        return everything
                .set("/schema/1/fields/0", "{\"name\": \"fill\", \"type\": \"date\"}")
                .set("/schema/1/fields/-", ALIKE.formatted(one))
                .set("/schema/1/fields/-", ALIKE.formatted(two));
    }

    @Test
    void followsChecksAndObjectivesIntoARenamedDataset() {
        Model after = everything
                .set("/schema/0/name", "\"purchases\"")
                .set("/qualityChecks/0/dataset", "\"purchases\"")
                .set("/qualityChecks/1/dataset", "\"purchases\"")
                .set("/qualityChecks/2/dataset", "\"purchases\"")
                .set("/serviceLevels/1/element", "\"purchases\"")
                .remove("/custom/schema");

        assertThat(changesTo(after))
                .filteredOn(change -> !change.pointer().startsWith("/custom"))
                .singleElement()
                .extracting(Change::kind, Change::path, Change::impact)
                .containsExactly(Kind.RENAMED, "purchases", Impact.RISKY);
    }

    @Test
    void theOrderOfValidValuesAndOfColumnsIsNoChange() {
        Model after = everything
                .set("/qualityChecks/1/arguments/validValues", "[3, 1, 2]")
                .set("/qualityChecks/2/fields", "[\"id\", \"amount\"]");

        assertThat(changesTo(after)).isEmpty();
    }

    @Test
    void aCheckThatOnlyGotAnotherNumberIsTheSame() {
        Model before = everything.set("/qualityChecks/0/name", "\"rows_2\"");
        Model after = everything.set("/qualityChecks/0/pointer", "\"/elsewhere\"");

        assertThat(ContractChanges.between(before.read(), after.read())).isEmpty();
    }

    @Test
    void aNewCheckOnANewFieldEndangersNobody() {
        Model after = everything
                .set("/schema/1/fields/-", "{\"name\": \"reason\", \"type\": \"string\"}")
                .set("/qualityChecks/-", """
                        {"name": "reasons", "dataset": "returns", "fields": ["reason"], "metric": "null_values",
                         "dimension": "completeness", "threshold": {"operator": "equal", "value": 0}, "severity": "error", "pointer": ""}""");

        assertThat(changesTo(after)).extracting(Change::impact).containsOnly(Impact.SAFE);
    }

    @Test
    void movingForwardInTheLifeCycleIsSafe() {
        Model before = everything.set("/status", "\"testing\"");

        assertThat(ContractChanges.between(before.read(), everything.read()))
                .singleElement()
                .satisfies(change -> assertThat(change.impact()).isEqualTo(Impact.SAFE));
    }
}
