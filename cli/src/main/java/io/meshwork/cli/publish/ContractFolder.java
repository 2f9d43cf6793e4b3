package io.meshwork.cli.publish;

import io.meshwork.cli.document.DocumentFolder;
import io.meshwork.cli.document.MeshDocument;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.version.SemanticVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The domains, templates and contracts in a folder and below, as far as their order needs them; contents are read again when they are sent, so that
 * memory does not grow with them.
 *
 * @param definitions domains, then templates, by their file
 * @param products contract files by product, lowest version first
 * @param invalid what is wrong with files that are one of them and no valid one
 * @param others files in YAML or JSON that are neither
 */
record ContractFolder(
        Map<Path, Definition> definitions,
        Map<String, Product> products,
        Map<Path, List<Problem>> invalid,
        int others) {

    /** @param inputs ids of the products that it is made from */
    record Product(List<Version> versions, Set<String> inputs) {}

    record Version(Path file, String number) {}

    static ContractFolder read(Path folder) throws IOException {
        DocumentFolder files = DocumentFolder.read(folder);
        Map<Path, Definition> domains = new TreeMap<>();
        Map<Path, Definition> templates = new TreeMap<>();
        Map<String, Product> products = new TreeMap<>();
        Map<Path, List<Problem>> invalid = new TreeMap<>();
        for (Path file : files.documents()) {
            switch (MeshDocument.read(file)) {
                case MeshDocument.Contract(var product, var warnings) -> add(products, file, product);
                case MeshDocument.DomainDescription(var domain) -> domains.put(file, Definition.of(domain));
                case MeshDocument.ContractTemplate(var template) -> templates.put(file, Definition.of(template));
                case MeshDocument.Invalid(var kind, var problems) -> invalid.put(file, problems);
            }
        }
        products.values().forEach(product -> product.versions().sort(BY_NUMBER));
        Map<Path, Definition> definitions = new LinkedHashMap<>(domains);
        definitions.putAll(templates);
        return new ContractFolder(definitions, products, invalid, files.others());
    }

    private static final Comparator<Version> BY_NUMBER = Comparator.comparing(
            version -> SemanticVersion.parse(version.number()).orElseThrow());

    private static void add(Map<String, Product> products, Path file, DataProduct contract) {
        Product product =
                products.computeIfAbsent(contract.id(), id -> new Product(new ArrayList<>(), new TreeSet<>()));
        product.versions().add(new Version(file, contract.version()));
        contract.inputPorts().stream().map(InputPort::source).forEach(product.inputs()::add);
    }

    /** Products whose inputs, as far as they are here too, come before them; those that depend on each other come last. */
    List<List<Product>> inOrder() {
        Map<String, Set<String>> waiting = new TreeMap<>();
        products.forEach((id, product) -> waiting.put(id, inputsHere(id, product)));
        List<List<Product>> levels = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> ready = new HashSet<>();
            waiting.forEach((id, inputs) -> {
                if (inputs.isEmpty()) {
                    ready.add(id);
                }
            });
            Set<String> level = ready.isEmpty() ? Set.copyOf(waiting.keySet()) : ready;
            levels.add(products.entrySet().stream()
                    .filter(entry -> level.contains(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .toList());
            waiting.keySet().removeAll(level);
            waiting.values().forEach(inputs -> inputs.removeAll(level));
        }
        return levels;
    }

    private Set<String> inputsHere(String id, Product product) {
        Set<String> here = new HashSet<>(product.inputs());
        here.retainAll(products.keySet());
        here.remove(id);
        return here;
    }

    int versions() {
        return products.values().stream()
                .mapToInt(product -> product.versions().size())
                .sum();
    }
}
