package io.meshwork.local.demo;

import io.meshwork.contract.domain.DomainReader;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The example domains and contracts: the YAML files directly inside a domain's folder.
 *
 * @param domains descriptions by name
 */
record Examples(Map<String, byte[]> domains, List<Example> products) {

    private static final String DOMAIN = "domain.yaml";

    /** @param product id, or the file's name when the document cannot be read that far */
    record Example(String product, Path file, byte[] document) {}

    static Examples in(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            Map<String, byte[]> domains = new TreeMap<>();
            List<Example> products = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                if (file.endsWith(DOMAIN)) {
                    byte[] document = Files.readAllBytes(file);
                    domains.put(domain(document), document);
                } else {
                    products.add(read(file));
                }
            }
            return new Examples(domains, products);
        } catch (IOException e) {
            throw new UncheckedIOException("The examples cannot be read from " + folder, e);
        }
    }

    private static String domain(byte[] document) {
        return switch (new DomainReader().read(document)) {
            case DomainReader.Result.Accepted(var domain) -> domain.name();
            case DomainReader.Result.Refused(var problems) ->
                throw new IllegalStateException("an example describes no domain: " + problems);
        };
    }

    private static Example read(Path file) {
        try {
            byte[] document = Files.readAllBytes(file);
            String product = switch (new ContractReader().read(document)) {
                case ReadResult.Accepted accepted -> accepted.product().id();
                case ReadResult.Refused refused -> file.getFileName().toString();
            };
            return new Example(product, file, document);
        } catch (IOException e) {
            throw new UncheckedIOException("The example cannot be read: " + file, e);
        }
    }
}
