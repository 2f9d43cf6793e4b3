package io.meshwork.local.demo;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The example contracts: every YAML file directly inside a domain's folder. */
final class Examples {

    /** @param product id, or the file's name when the document cannot be read that far */
    record Example(String product, Path file, byte[] document) {}

    private Examples() {}

    static List<Example> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Examples::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The examples cannot be read from " + folder, e);
        }
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
