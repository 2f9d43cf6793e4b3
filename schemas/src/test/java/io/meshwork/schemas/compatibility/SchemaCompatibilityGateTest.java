package io.meshwork.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.meshwork.schemas.compatibility.Violation.Rule;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** One canary per rule: a change that must fail, with the field and the reason that must be told. */
class SchemaCompatibilityGateTest {

    private static final String ID = "{'name':'id','type':'string','doc':'Id.'}";
    private static final String TITLE = "{'name':'title','type':'string','doc':'Title.'}";
    private static final String NOTE = "{'name':'note','type':['null','string'],'default':null,'doc':'Note.'}";
    private static final Schema RELEASED = product(ID, TITLE);

    private final SchemaCompatibilityGate gate = new SchemaCompatibilityGate();

    @Test
    void acceptsTheReleasedSchemaItself() {
        assertThat(facts(RELEASED, RELEASED)).isEmpty();
    }

    @Test
    void acceptsANewFieldWithADefault() {
        assertThat(facts(product(ID, TITLE, NOTE), RELEASED)).isEmpty();
    }

    @Test
    void acceptsAnySchemaOfATopicThatWasNeverReleased() {
        assertThat(gate.check("product.published", Compatibility.FULL_TRANSITIVE, RELEASED, List.of()))
                .isEmpty();
    }

    @Test
    void rejectsARemovedFieldAndSaysWhoStillNeedsIt() {
        assertThat(facts(product(ID), RELEASED)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.FIELD_REMOVED);
            assertThat(violation)
                    .hasToString("product.published: field `title` of record `Product` was removed: readers with the"
                            + " released schema need it, since it has no default there; mend by putting it back, or"
                            + " publishing a new topic for the new shape and keeping this one");
        });
    }

    @Test
    void letsARequestTopicDropAField() {
        assertThat(requests(product(ID), RELEASED)).isEmpty();
    }

    @Test
    void rejectsANewFieldWithoutADefault() {
        assertThat(facts(product(ID, TITLE, field("size", "'int'")), RELEASED))
                .extracting(Violation::rule, Violation::place)
                .containsExactly(tuple(Rule.FIELD_WITHOUT_DEFAULT, "field `size` of record `Product`"));
    }

    @Test
    void rejectsAChangedTypeNamingBoth() {
        assertThat(facts(product(ID, field("title", "'int'")), RELEASED))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(Rule.TYPE_CHANGED);
                    assertThat(violation.message()).contains("from string to int");
                });
    }

    @Test
    void rejectsAPromotionThatOnlyNewReadersUnderstand() {
        Schema released = product(field("size", "'int'"));
        Schema current = product(field("size", "'long'"));

        assertThat(requests(current, released)).isEmpty();
        assertThat(facts(current, released)).extracting(Violation::rule).containsExactly(Rule.TYPE_CHANGED);
    }

    @Test
    void rejectsAUnionThatGrewEvenWhereAvroAllowsIt() {
        Schema current = product(ID, TITLE, field("note", "['null','string','int']", "null"));
        Schema released = product(ID, TITLE, NOTE);

        assertThat(gate.incompatibilities("product.submitted", Compatibility.BACKWARD, current, List.of(released)))
                .isEmpty();
        assertThat(requests(current, released)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.UNION_GREW);
            assertThat(violation.place()).isEqualTo("field `note` of record `Product`");
            assertThat(violation.message()).contains("[int]");
        });
    }

    @Test
    void rejectsAPlainTypeThatBecameAUnion() {
        assertThat(requests(product(ID, field("title", "['null','string']", "null")), RELEASED))
                .extracting(Violation::rule)
                .containsExactly(Rule.UNION_GREW);
    }

    @Test
    void rejectsAUnionThatLostABranch() {
        assertThat(facts(product(field("note", "'string'")), product(field("note", "['null','string']"))))
                .extracting(Violation::place)
                .containsExactly("field `note` of record `Product`");
    }

    @Test
    void rejectsARemovedEnumSymbolWithoutADefaultToFallBackOn() {
        Schema released = product(field("kind", "{'type':'enum','name':'Kind','symbols':['A','B']}"));
        Schema current = product(field("kind", "{'type':'enum','name':'Kind','symbols':['A']}"));

        assertThat(requests(current, released))
                .extracting(Violation::rule, Violation::place)
                .contains(tuple(Rule.ENUM_SYMBOL_REMOVED, "field `kind` of record `Product`"));
    }

    @Test
    void rejectsAnAddedEnumSymbolThatReleasedReadersCannotTake() {
        Schema released = product(field("kind", "{'type':'enum','name':'Kind','symbols':['A']}"));
        Schema current = product(field("kind", "{'type':'enum','name':'Kind','symbols':['A','B']}"));

        assertThat(facts(current, released)).extracting(Violation::rule).contains(Rule.ENUM_SYMBOL_ADDED);
    }

    @Test
    void rejectsAnEnumWithoutAnUnknownDefault() {
        Schema current = product(field("kind", "{'type':'enum','name':'Kind','symbols':['A','B'],'default':'A'}"));

        assertThat(gate.check("product.published", Compatibility.FULL_TRANSITIVE, current, List.of()))
                .extracting(Violation::rule)
                .containsExactly(Rule.ENUM_WITHOUT_UNKNOWN);
    }

    @Test
    void acceptsAnEnumThatGrowsBehindAnUnknownDefault() {
        String kind = "{'type':'enum','name':'Kind','symbols':['UNKNOWN','A'%s],'default':'UNKNOWN'}";

        assertThat(facts(product(field("kind", kind.formatted(",'B'"))), product(field("kind", kind.formatted("")))))
                .isEmpty();
    }

    @Test
    void rejectsRecordsAndFieldsWithoutDoc() {
        Schema current = schema("{'type':'record','name':'Product','fields':[{'name':'id','type':'string'}]}");

        assertThat(gate.check("product.published", Compatibility.FULL_TRANSITIVE, current, List.of()))
                .extracting(Violation::rule, Violation::place)
                .containsExactly(
                        tuple(Rule.DOC_MISSING, "record `Product`"),
                        tuple(Rule.DOC_MISSING, "field `id` of record `Product`"));
    }

    @Test
    void rejectsALogicalTypeThatGivesTheSameBytesAnotherMeaning() {
        Schema released = product(field("at", "{'type':'long','logicalType':'timestamp-micros'}"));
        Schema current = product(field("at", "{'type':'long','logicalType':'timestamp-millis'}"));

        assertThat(facts(current, released)).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.LOGICAL_TYPE_CHANGED);
            assertThat(violation.message()).contains("timestamp-micros to timestamp-millis");
        });
    }

    @Test
    void rejectsAnotherNamespace() {
        Schema moved = schema(RELEASED.toString().replace("\"name\":\"Product\"", "\"name\":\"other.Product\""));

        assertThat(facts(moved, RELEASED)).extracting(Violation::rule).containsExactly(Rule.NAME_CHANGED);
    }

    @Test
    void namesTheFieldInsideArraysAndUnions() {
        assertThat(facts(product(items("array", ID)), product(items("array", ID, TITLE))))
                .extracting(Violation::place)
                .containsExactly("field `title` of record `Item`");
        assertThat(facts(product(items("union", ID)), product(items("union", ID, TITLE))))
                .extracting(Violation::rule, Violation::place)
                .containsExactly(tuple(Rule.FIELD_REMOVED, "field `title` of record `Item`"));
    }

    @Test
    void comparesTransitivelyWithEveryRelease() {
        List<Schema> releases = List.of(product(ID, TITLE), product(ID, field("title", "'string'", "''")));

        assertThat(gate.check("product.published", Compatibility.FULL_TRANSITIVE, product(ID), releases))
                .extracting(Violation::rule)
                .containsExactly(Rule.FIELD_REMOVED);
        assertThat(gate.check("product.published", Compatibility.FULL, product(ID), releases))
                .isEmpty();
    }

    @Test
    void reportsEveryViolationAtOnce() {
        Schema current = product(field("id", "'int'"), field("size", "'int'"));

        assertThat(facts(current, RELEASED))
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(Rule.TYPE_CHANGED, Rule.FIELD_WITHOUT_DEFAULT, Rule.FIELD_REMOVED);
    }

    private List<Violation> facts(Schema current, Schema released) {
        return gate.check("product.published", Compatibility.FULL_TRANSITIVE, current, List.of(released));
    }

    private List<Violation> requests(Schema current, Schema released) {
        return gate.check("product.submitted", Compatibility.BACKWARD_TRANSITIVE, current, List.of(released));
    }

    private static String items(String in, String... fields) {
        String item = "{'type':'record','name':'Item','doc':'Item.','fields':[" + String.join(",", fields) + "]}";
        return field("items", in.equals("array") ? "{'type':'array','items':" + item + "}" : "['null'," + item + "]");
    }

    private static String field(String name, String type, String... defaultValue) {
        String tail = Arrays.stream(defaultValue)
                .map(value -> ",'default':" + value)
                .findFirst()
                .orElse("");
        return "{'name':'" + name + "','type':" + type + ",'doc':'Doc.'" + tail + "}";
    }

    private static Schema product(String... fields) {
        return schema(
                "{'type':'record','name':'Product','doc':'A product.','fields':[" + String.join(",", fields) + "]}");
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
