package io.meshwork.contract.write;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.QualityCheck;

/** Pointers say where in a document a check was written; in another document it is elsewhere. */
final class Pointers {

    private Pointers() {}

    static DataProduct without(DataProduct product) {
        return new DataProduct(
                product.domain(),
                product.name(),
                product.version(),
                product.title(),
                product.type(),
                product.status(),
                product.description(),
                product.classification(),
                product.owner(),
                product.tags(),
                product.schema(),
                product.outputPorts(),
                product.inputPorts(),
                product.serviceLevels(),
                product.qualityChecks().stream().map(Pointers::without).toList(),
                product.consumers(),
                product.retention(),
                product.accessPolicy(),
                product.terms(),
                product.custom());
    }

    private static QualityCheck without(QualityCheck check) {
        return new QualityCheck(
                check.name(),
                check.dataset(),
                check.fields(),
                check.metric(),
                check.dimension(),
                check.arguments(),
                check.query(),
                check.threshold(),
                check.severity(),
                "");
    }
}
