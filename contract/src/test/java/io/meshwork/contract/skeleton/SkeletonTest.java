package io.meshwork.contract.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkeletonTest {

    private static final FoundType TEXT = FoundType.of("string", "varchar");
    private static final Identity IDENTITY = new Identity("shop", "orders", "0.1.0", "shop-team");

    @Test
    void aContractOfAStructureIsReadWithoutAnyProblem() {
        Skeleton skeleton = skeleton(
                new FoundField("id", TEXT).required(true).unique(true).key(1).described("Identifies the order"),
                new FoundField("status", FoundType.oneOf("enum", List.of("new", "paid", "yes"))).byDefault("new"),
                new FoundField("amount", FoundType.of("number", "decimal(10,2)")),
                new FoundField("customer_id", TEXT).referringTo("shop.customers.id"),
                new FoundField(
                        "lines",
                        FoundType.arrayOf(FoundType.object(
                                null,
                                List.of(
                                        new FoundField("sku", TEXT)
                                                .required(true)
                                                .byDefault("none"),
                                        new FoundField("marks", FoundType.arrayOf(FoundType.arrayOf(TEXT))))))));

        DataProduct product = read(skeleton);

        assertThat(product.id()).isEqualTo("shop.orders");
        assertThat(product.owner().team()).isEqualTo("shop-team");
        assertThat(product.outputPorts()).containsExactly(files());
        List<Field> fields = product.schema().getFirst().fields();
        assertThat(fields).extracting(Field::name).containsExactly("id", "status", "amount", "customer_id", "lines");
        assertThat(fields.getFirst().primaryKeyPosition()).isEqualTo(1);
        assertThat(fields.getLast().fields()).extracting(Field::name).containsExactly("sku", "marks");
        assertThat(product.qualityChecks())
                .extracting(check -> check.name() + " " + check.arguments())
                .containsExactly("known-values:status {validValues=[new, paid, yes]}", "some-rows {}");
        assertThat(skeleton.contract())
                .contains("property: references\n", "value: shop.customers.id\n", "physicalType: decimal(10,2)\n")
                .doesNotContain("meshwork");
    }

    @Test
    void namesThatNoContractCanHoldAreReplacedAndTold() {
        Skeleton skeleton = skeleton(
                new FoundField("a\nb", TEXT),
                new FoundField("a b", TEXT),
                new FoundField("", TEXT),
                new FoundField(" \u0000\u0007", TEXT),
                new FoundField("x\uD800", TEXT),
                new FoundField("\"quoted\": 'it' #1", TEXT),
                new FoundField("true", TEXT),
                new FoundField("Größe 数量 😀", TEXT),
                new FoundField("A B", TEXT),
                new FoundField("n".repeat(5_000), TEXT));

        List<Field> fields = read(skeleton).schema().getFirst().fields();

        assertThat(fields)
                .extracting(Field::name)
                .startsWith(
                        "a b", "a b_2", "field_3", "field_4", "x", "\"quoted\": 'it' #1", "true", "Größe 数量 😀", "A B");
        assertThat(fields.get(1).column()).isEqualTo("a b");
        assertThat(fields.getLast().name()).hasSizeLessThan(256);
        assertThat(fields.getLast().column()).hasSize(5_000);
        assertThat(skeleton.stillToDo()).anySatisfy(line -> assertThat(line).contains("a b, field_3, field_4, x."));
    }

    @Test
    void namesOfPersonalDataAreMarkedForPeopleToLookAt() {
        Skeleton skeleton = skeleton(Arrays.stream(new String[] {
                    "customerEmail",
                    "e-mail",
                    "PHONE_NUMBER",
                    "iban",
                    "dateOfBirth",
                    "last_name",
                    "home_team",
                    "birth_rate",
                    "shipping",
                    "ip",
                    "product_name"
                })
                .map(name -> new FoundField(name, TEXT))
                .toArray(FoundField[]::new));

        List<Field> fields = read(skeleton).schema().getFirst().fields();

        assertThat(fields.stream().filter(Field::pii))
                .extracting(field -> field.name() + " " + field.classification())
                .containsExactly(
                        "customerEmail PERSONAL.EMAIL",
                        "e-mail PERSONAL.EMAIL",
                        "PHONE_NUMBER PERSONAL.PHONE",
                        "iban PERSONAL.BANK_ACCOUNT",
                        "dateOfBirth PERSONAL.BIRTH",
                        "last_name PERSONAL.NAME",
                        "ip PERSONAL.IP_ADDRESS");
    }

    @Test
    void whatIsNestedTooDeepForADocumentIsCutAndTold() {
        FoundType deep = TEXT;
        for (int i = 0; i < 40; i++) {
            deep = i % 2 == 0 ? FoundType.arrayOf(deep) : FoundType.object(null, List.of(new FoundField("m", deep)));
        }

        Skeleton skeleton = skeleton(new FoundField("deep", deep));

        read(skeleton);
        assertThat(skeleton.stillToDo()).anySatisfy(line -> assertThat(line).startsWith("Nested too deep"));
    }

    @Test
    void twoThousandColumnsFitIntoAContractAndAHundredThousandDoNot() {
        FoundField[] wide = columns(2_000);

        assertThat(read(skeleton(wide)).schema().getFirst().fields()).hasSize(2_000);
        assertThatThrownBy(() -> skeleton(columns(100_000)).contract())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100000 fields");
    }

    private static FoundField[] columns(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new FoundField("column_" + i, TEXT).required(true))
                .toArray(FoundField[]::new);
    }

    private static Skeleton skeleton(FoundField... fields) {
        return Skeleton.of(
                new Structure("orders", "orders", "file", "What was\nordered", List.of(fields), files(), 3L), IDENTITY);
    }

    private static OutputPort files() {
        return new OutputPort("files", PortKind.FILE, "csv", "data/orders.csv", null, Map.of("type", "local"));
    }

    private static DataProduct read(Skeleton skeleton) {
        ReadResult result = new ContractReader().read(skeleton.contract());
        assertThat(result)
                .isInstanceOfSatisfying(
                        ReadResult.Accepted.class,
                        accepted -> assertThat(accepted.warnings()).isEmpty());
        return ((ReadResult.Accepted) result).product();
    }
}
