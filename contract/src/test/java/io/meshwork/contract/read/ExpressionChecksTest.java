package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.accepted;
import static io.meshwork.contract.read.Documents.descriptorWith;
import static io.meshwork.contract.read.Documents.odcsWith;
import static io.meshwork.contract.read.Documents.problem;
import static io.meshwork.contract.read.Documents.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.contract.model.QualityDimension;
import io.meshwork.contract.model.Threshold;
import io.meshwork.contract.model.Threshold.Operator;
import io.meshwork.contract.write.OdcsWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions on the fields of one row, in either kind of document. */
class ExpressionChecksTest {

    private static String odcs(String rule) {
        return odcsWith("""
                schema:
                  - name: orders
                    properties:
                      - {name: ordered_at, logicalType: timestamp}
                      - {name: shipped_at, logicalType: timestamp}
                    quality:
                """ + rule.indent(6));
    }

    @Test
    void aDescriptorHasThemUnderConsistency() {
        QualityCheck check = product(descriptorWith("""
                        quality_checks:
                          - {name: consistency, expression: amount >= 0 || id == "test", threshold: 99%, severity: warning}
                        """)).qualityChecks().getFirst();

        assertThat(check.metric()).isEqualTo(Metric.CONSISTENCY);
        assertThat(check.dimension()).isEqualTo(QualityDimension.CONSISTENCY);
        assertThat(check.arguments()).isEqualTo(Map.of("expression", "amount >= 0 || id == \"test\""));
        assertThat(check.threshold()).isEqualTo(new Threshold(Operator.GREATER_OR_EQUAL, 0.99, null, false));
    }

    @Test
    void aContractOfTheStandardHasThemInRulesOfOurEngine() {
        QualityCheck check = product(odcs("""
                        - type: custom
                          engine: meshwork
                          implementation: {expression: shipped_at >= ordered_at}
                        """)).qualityChecks().getFirst();

        assertThat(check.metric()).isEqualTo(Metric.INCONSISTENT_ROWS);
        assertThat(check.dimension()).isEqualTo(QualityDimension.CONSISTENCY);
        assertThat(check.threshold()).isEqualTo(new Threshold(Operator.EQUAL, 0, null, false));
    }

    @Test
    void theyComeBackFromTheStandard() {
        DataProduct product = product(odcs("""
                - type: custom
                  name: shipped after it was ordered
                  engine: meshwork
                  implementation:
                    metric: consistency
                    expression: shipped_at >= ordered_at
                    mustBeGreaterOrEqualTo: 99
                    unit: percent
                  severity: warning
                """));

        assertThat(accepted(OdcsWriter.write(product)).product().qualityChecks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("pointer")
                .isEqualTo(product.qualityChecks());
    }

    @Test
    void aMisspeltFieldIsToldWhereItIsWritten() {
        Problem ofDescriptor = problem(
                "contract.check.expression.invalid",
                descriptorWith("quality_checks:\n  - name: consistency\n    expression: amont > 0\n"));
        Problem ofStandard = problem(
                "contract.quality.expression.invalid",
                odcs("- type: custom\n  engine: meshwork\n  implementation: {expression: shiped_at >= ordered_at}\n"));

        assertThat(ofDescriptor.isError()).isTrue();
        assertThat(ofDescriptor.message()).contains("line 1, column 1", "`amont`");
        assertThat(ofDescriptor.advice()).contains("Did you mean `amount`?");
        assertThat(ofDescriptor.pointer()).isEqualTo("/spec/quality_checks/0/expression");
        assertThat(ofDescriptor.line()).isEqualTo(11);
        assertThat(ofStandard.advice()).contains("Did you mean `shipped_at`?");
        assertThat(ofStandard.pointer()).isEqualTo("/schema/0/quality/0/implementation/expression");
    }

    @Test
    void aRuleOfOursNeedsAnExpression() {
        Problem problem = problem(
                "contract.quality.expression.missing",
                odcs("- type: custom\n  engine: meshwork\n  implementation: {metric: consistency}\n"));

        assertThat(problem.advice()).contains("shipped_at >= ordered_at");
    }

    @Test
    void thereAreNotSoManyThatReadingThemTakesLong() {
        String rule = "- {type: custom, engine: meshwork, implementation: {expression: shipped_at >= ordered_at}}\n";

        assertThat(problem("contract.quality.expression.too-many", odcs(rule.repeat(101)))
                        .isError())
                .isTrue();
    }
}
