package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.descriptorWith;
import static io.meshwork.contract.read.Documents.odcsWith;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.write.OdcsWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that compare with other data, in either kind of document. */
class ReferenceChecksTest {

    private static QualityCheck first(String document) {
        return product(document).qualityChecks().getFirst();
    }

    private static String odcs(String ofProperty, String ofObject) {
        return odcsWith("""
                schema:
                  - name: orders
                    properties:
                      - {name: id, logicalType: string}
                      - {name: total, logicalType: number}
                      - name: customer
                        logicalType: string
                """ + (ofProperty.isEmpty() ? "" : ofProperty.indent(8)) + ofObject.indent(4));
    }

    @Test
    void aDescriptorSaysWhereValuesMustBeFound() {
        QualityCheck check = first(descriptorWith("""
                quality_checks:
                  - {name: consistency, column: id, references: {product: crm.customers, version: 2, column: no}, threshold: 0.9}
                """));

        assertThat(check.metric()).isEqualTo(Metric.CONSISTENCY);
        assertThat(check.fields()).containsExactly("id");
        assertThat(check.arguments())
                .isEqualTo(Map.of(
                        "reference", Map.of("product", "crm.customers", "version", "2", "fields", List.of("no"))));
        assertThat(check.threshold()).isEqualTo(new Threshold(Operator.GREATER_OR_EQUAL, 0.9, null, false));
    }

    @Test
    void aDescriptorSaysWhatToCompareWith() {
        QualityCheck check = first(descriptorWith("""
                quality_checks:
                  - name: accuracy
                    columns: [amount]
                    key: [id]
                    reference: {product: crm.invoices, dataset: invoices, key: [order_id], columns: [total]}
                    tolerance: 0.01
                    threshold: 98%
                """));

        assertThat(check.metric()).isEqualTo(Metric.ACCURACY);
        assertThat(check.arguments())
                .isEqualTo(Map.of(
                        "reference",
                        Map.of(
                                "product",
                                "crm.invoices",
                                "dataset",
                                "invoices",
                                "fields",
                                List.of("total"),
                                "key",
                                List.of("order_id")),
                        "key",
                        List.of("id"),
                        "tolerance",
                        0.01));
    }

    @Test
    void aRuleOfAPropertyIsAboutIt() {
        QualityCheck check = first(odcs("""
                quality:
                  - {type: custom, engine: meshwork, implementation: {references: {product: crm.customers, fields: [id]}}}
                """, ""));

        assertThat(check.metric()).isEqualTo(Metric.INCONSISTENT_ROWS);
        assertThat(check.fields()).containsExactly("customer");
        assertThat(check.threshold()).isEqualTo(new Threshold(Operator.EQUAL, 0, null, false));
    }

    @Test
    void theyComeBackFromTheStandard() {
        var before = product(odcs("", """
                quality:
                  - type: custom
                    name: as the bank says
                    engine: meshwork
                    implementation:
                      metric: accuracy
                      fields: [total]
                      key: [id]
                      tolerance: 0.01
                      reference: {product: crm.invoices, key: [no], fields: [sum]}
                      mustBeGreaterOrEqualTo: 0.98
                  - type: custom
                    engine: meshwork
                    implementation: {fields: [customer], references: {product: crm.customers, fields: [id]}}
                """));

        assertThat(accepted(OdcsWriter.write(before)).product().qualityChecks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("pointer")
                .isEqualTo(before.qualityChecks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: consistency, column: id, references: {product: Customers}} | contract.reference.product.invalid",
                "{name: consistency, column: id, references: {product: a.b, columns: [x, y]}} | contract.reference.columns.unequal",
                "{name: consistency, references: {product: a.b}} | contract.check.column.missing",
                "{name: accuracy, column: id, reference: {product: a.b}} | contract.check.key.missing",
                "{name: accuracy, column: id, key: [idd], reference: {product: a.b}} | contract.check.key.unknown",
                "{name: accuracy, column: id, key: [id], reference: {product: a.b, key: [x, y]}} | contract.reference.key.unequal",
                "{name: accuracy, column: id, key: [id], tolerance: -5, reference: {product: a.b}} | contract.check.tolerance.invalid",
                "{name: consistency, column: id, expression: 'id > 0', references: {product: a.b}} | contract.check.expression.conflict",
            })
    void whatIsMissingOrTooMuchIsTold(String check, String code) {
        assertThat(problem(code, descriptorWith("quality_checks:\n  - " + check + "\n"))
                        .isError())
                .isTrue();
    }

    @Test
    void aRuleOfTheStandardComparesOneThing() {
        String rule =
                "quality:\n  - {type: custom, engine: meshwork, implementation: {expression: total > 0, fields: [total], references: {product: a.b}}}\n";

        assertThat(problem("contract.quality.expression.conflict", odcs("", rule))
                        .isError())
                .isTrue();
    }

    @Test
    void accuracyOfTheStandardNeedsAReference() {
        String rule =
                "quality:\n  - {type: custom, engine: meshwork, implementation: {metric: accuracy, fields: [total]}}\n";

        assertThat(problem("contract.quality.reference.missing", odcs("", rule)).advice())
                .contains("`product`");
    }
}
