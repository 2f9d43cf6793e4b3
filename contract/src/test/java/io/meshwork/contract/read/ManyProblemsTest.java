package io.meshwork.contract.read;

import static io.meshwork.contract.read.Documents.descriptorWith;
import static io.meshwork.contract.read.Documents.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyProblemsTest {

    @Test
    void listsAllFortyProblemsOfAContractAtTheirPlaces() {
        List<Problem> problems = refused("""
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata:
                  name: Orders
                  domain: The Cart
                  version: newest
                  title: Orders
                  tags: [1, ok, {a: b}]
                  type: stream
                  status: alive
                  colour: blue
                spec:
                  description: [no, text]
                  classification: true
                  sla:
                    freshness: soon
                    availability: [1]
                  schema:
                    - type: string
                    - {name: id, type: strin, pii: yes}
                    - {name: id, required: 1, unique: "true"}
                    - plain
                    - {name: amount, primary_key: [], descripton: x}
                  inputs:
                    - {domain: Sales}
                    - {source: 12}
                  outputs:
                    - {format: csv, location: a.csv}
                    - {name: a, location: b.csv}
                    - {name: a, format: csv}
                    - {name: b, format: fax, location: x}
                    - {name: c, format: csv, location: 7}
                  quality_checks:
                    - {name: uniqueness}
                    - {name: uniqueness, column: idd}
                    - {name: completness}
                    - {name: completeness, threshold: 99}
                    - {name: validity, column: id, pattern: "["}
                    - {name: row_count}
                    - {name: completeness, severity: fatal}
                  consumers:
                    - {purpose: none}
                  terms:
                    start_date: tomorrow
                """);

        assertThat(problems).hasSize(40);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.code()).startsWith("contract.");
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.advice()).isNotBlank();
            assertThat(problem.pointer()).startsWith("/");
        });
        assertThat(problems).extracting(Problem::line).isSorted().contains(4, 5, 6, 8, 9, 10, 11, 44);
        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("contract.output.name.duplicate"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/spec/outputs/2/name");
                    assertThat(problem.line()).isEqualTo(30);
                    assertThat(problem.column()).isEqualTo(14);
                });
    }

    @Test
    void countsWhatItNoLongerLists() {
        String fields = IntStream.range(0, 3_000)
                .mapToObj(i -> "    - {name: f" + i + ", pii: 1}\n")
                .collect(Collectors.joining());

        List<Problem> problems = refused(descriptorWith("") + "  inputs:\n" + fields);

        assertThat(problems).hasSize(1_001);
        assertThat(problems.getLast().code()).isEqualTo("contract.too-many-problems");
        assertThat(problems.getLast().message()).startsWith("8000 more");
    }
}
