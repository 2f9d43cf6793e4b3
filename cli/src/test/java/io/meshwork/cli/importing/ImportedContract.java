package io.meshwork.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Mesh;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.util.List;

/** What an import printed, read as any contract is; it must be one without errors and without warnings. */
record ImportedContract(DataProduct product) {

    static ImportedContract of(Mesh run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        ReadResult result = new ContractReader().read(run.out());
        assertThat(result)
                .as(run.out())
                .isInstanceOfSatisfying(
                        ReadResult.Accepted.class,
                        accepted -> assertThat(accepted.warnings()).isEmpty());
        return new ImportedContract(((ReadResult.Accepted) result).product());
    }

    List<Field> fields() {
        return product.schema().getFirst().fields();
    }

    Field field(String name) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name + " among " + fields()));
    }

    /** Name and logical type of each field. */
    List<String> types() {
        return fields().stream().map(field -> field.name() + " " + field.type()).toList();
    }

    List<String> required() {
        return fields().stream().filter(Field::required).map(Field::name).toList();
    }

    List<String> key() {
        return fields().stream()
                .filter(Field::primaryKey)
                .map(field -> field.primaryKeyPosition() + " " + field.name())
                .toList();
    }
}
