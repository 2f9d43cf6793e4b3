package io.meshwork.cli.publish;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.contract.version.SemanticVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The contracts in a folder and below, as far as their order needs them; contents are read again when they are sent, so that
 * memory does not grow with them.
 *
 * @param products contract files by product, lowest version first
 * @param invalid what is wrong with files that are contracts and no valid ones
 * @param others files in YAML or JSON that are no contracts
 */
record ContractFolder(Map<String, Product> products, Map<Path, List<Problem>> invalid, int others) {

    private static final Pattern CONTRACT = Pattern.compile("(?i).*\\.(ya?ml|json)");
    /** Data and the files of other tools are YAML and JSON too. */
    private static final Pattern KIND =
            Pattern.compile("(?m)^[\\s{]*[\"']?kind[\"']?\\s*:\\s*[\"']?(?:DataContract|DataProduct)\\b");

    private static final int HEAD = 64 * 1024;
    private static final Pattern HIDDEN = Pattern.compile("\\..+");

    /** @param inputs ids of the products that it is made from */
    record Product(List<Version> versions, Set<String> inputs) {}

    record Version(Path file, String number) {}

    /** Files and folders whose names begin with a dot are left out. */
    static ContractFolder read(Path folder) throws IOException {
        Map<String, Product> products = new TreeMap<>();
        Map<Path, List<Problem>> invalid = new TreeMap<>();
        int others = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file ->
                            CONTRACT.matcher(file.getFileName().toString()).matches())
                    .filter(file -> isVisible(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            byte[] content = content(file);
            if (!saysItIsAContract(content)) {
                others++;
                continue;
            }
            switch (new ContractReader().read(content)) {
                case ReadResult.Accepted accepted -> add(products, file, accepted.product());
                case ReadResult.Refused refused -> invalid.put(file, refused.problems());
            }
        }
        products.values().forEach(product -> product.versions().sort(BY_NUMBER));
        return new ContractFolder(products, invalid, others);
    }

    private static final Comparator<Version> BY_NUMBER = Comparator.comparing(
            version -> SemanticVersion.parse(version.number()).orElseThrow());

    private static boolean isVisible(Path inside) {
        for (Path part : inside) {
            if (HIDDEN.matcher(part.toString()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** One byte more than the reader takes is enough for it to say that the document is too large. */
    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ContractReader.MAX_BYTES + 1);
        }
    }

    private static boolean saysItIsAContract(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        return KIND.matcher(head).find();
    }

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
