package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.customer360;
import static io.meshwork.contract.read.Documents.onlyProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1 | contract.kind.missing",
                "kind: | contract.kind.missing",
                "kind: 7 | contract.kind.type",
                "kind: Pod | contract.kind.unknown",
                "{kind: DataContract, apiVersion: v2.2.2} | contract.api-version.unsupported",
                "{kind: DataContract, apiVersion: v4.0.0} | contract.api-version.unsupported",
                "{kind: virtualDataset} | contract.kind.unsupported",
                "{kind: DataProduct, apiVersion: v2.0.0} | contract.api-version.unsupported",
                "just words | contract.not-a-mapping",
                "[] | contract.not-a-mapping",
                "'# nothing' | contract.empty"
            })
    void refusesWhatIsNoneOfOurs(String document, String code) {
        assertThat(onlyProblem(document).code()).isEqualTo(code);
    }

    @Test
    void suggestsTheKindThatWasMeant() {
        assertThat(onlyProblem("kind: DataContrat").advice()).startsWith("Did you mean `DataContract`?");
    }

    @Test
    void knowsTheProductStandardByItsVersion() {
        assertThat(onlyProblem("{kind: DataProduct, apiVersion: v2.0.0}").message())
                .contains("Open Data Product Standard");
    }

    @Test
    void readsOnWhenOnlyTheDescriptorsVersionIsWrong() {
        Problem problem = onlyProblem(customer360().replace("datamesh.azure.com/v1", "datamesh.azure.com/v2"));

        assertThat(problem.code()).isEqualTo("contract.api-version.unsupported");
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(onlyProblem("").code()).isEqualTo("contract.empty");
    }
}
