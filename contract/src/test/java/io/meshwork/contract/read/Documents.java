package io.meshwork.contract.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ReadResult.Accepted;
import io.meshwork.contract.read.ReadResult.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads documents in tests and states what became of them. */
final class Documents {

    private static final ContractReader READER = new ContractReader();

    private Documents() {}

    static String customer360() {
        return text("/contracts/customer-360.yaml");
    }

    static String text(String resource) {
        try (InputStream file = Documents.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A descriptor with nothing wrong and nothing to warn of, and this in its spec. */
    static String descriptorWith(String spec) {
        return """
                apiVersion: meshwork.io/v1
                kind: DataProduct
                metadata: {name: orders, domain: cart, owner: cart-team}
                spec:
                  description: Orders of the shop
                  schema:
                    - {name: id, type: string}
                    - {name: amount, type: decimal}
                """
                + spec.indent(2)
                + (spec.contains("outputs:") ? "" : "  outputs: [{name: files, format: csv, location: orders.csv}]\n");
    }

    /** A contract in ODCS with nothing wrong, and this at its end. */
    static String odcsWith(String rest) {
        return """
                apiVersion: v3.1.0
                kind: DataContract
                id: 53581432-6c55-4ba2-a65f-72344a91553a
                name: orders
                version: 1.0.0
                status: active
                domain: cart
                """ + rest;
    }

    static DataProduct product(String document) {
        return accepted(document).product();
    }

    static Accepted accepted(String document) {
        ReadResult result = READER.read(document);
        assertThat(result).as("problems of %s", result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    static List<Problem> refused(String document) {
        ReadResult result = READER.read(document);
        assertThat(result).as("accepted %s", result).isInstanceOf(Refused.class);
        return ((Refused) result).problems();
    }

    static List<Problem> problems(byte[] document) {
        return switch (READER.read(document)) {
            case Accepted accepted -> accepted.warnings();
            case Refused refused -> refused.problems();
        };
    }

    static Problem onlyProblem(String document) {
        List<Problem> problems = refused(document);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    static Problem problem(String code, String document) {
        List<Problem> problems = problems(document.getBytes(StandardCharsets.UTF_8));
        assertThat(problems).extracting(Problem::code).contains(code);
        return problems.stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow();
    }
}
