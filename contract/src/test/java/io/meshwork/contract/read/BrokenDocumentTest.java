package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.onlyProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenDocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind: DataProduct\nspec: a: b'             | 2 | 8",
                "'kind: DataProduct\n\tspec: x'              | 2 | 1",
                "'a:\n  b: 1\n c: 2'                         | 3 | 2",
                "'a: [1, 2\nb: 3'                            | 2 | 2",
                "'a: \"open\nb: c'                           | 2 | 5",
                "'a: @x'                                     | 1 | 4"
            })
    void pointsAtTheBrokenPlaceInYaml(String document, int line, int column) {
        Problem problem = onlyProblem(document);

        assertThat(problem.code()).isEqualTo("contract.yaml.syntax");
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"kind\": \"DataProduct\",\n  \"spec\": }'  | 2 | 11",
                "'{\"a\": 1 \"b\": 2}'                         | 1 | 9",
                "'{\"a\": 1} x'                                | 1 | 10",
                "'{\"a\": 1'                                   | 1 | 8"
            })
    void pointsAtTheBrokenPlaceInJson(String document, int line, int column) {
        Problem problem = onlyProblem(document);

        assertThat(problem.code()).isEqualTo("contract.json.syntax");
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.column()).isBetween(column, column + 2);
    }

    @Test
    void saysInPlainWordsWhatIsWrong() {
        assertThat(onlyProblem("a: b: c").message()).contains("mapping values are not allowed here");
    }
}
