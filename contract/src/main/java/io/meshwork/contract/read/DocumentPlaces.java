package io.meshwork.contract.read;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.QualityCheck;
import io.meshwork.contract.read.document.DocumentParser;
import io.meshwork.contract.read.document.Node.Mapping;
import io.meshwork.contract.read.document.Problems;
import io.meshwork.contract.read.document.Spot;
import io.meshwork.contract.read.value.Reading;
import io.meshwork.contract.read.value.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a product were written. What is found wrong with a product after it was read is told by pointers into its
 * own JSON form ({@link DataProductJson}); its author has a document of another kind.
 */
public final class DocumentPlaces {

    private final DataProduct product;
    private final @Nullable Spot root;
    private final @Nullable DocumentKind kind;

    private DocumentPlaces(DataProduct product, @Nullable Spot root, @Nullable DocumentKind kind) {
        this.product = product;
        this.root = root;
        this.kind = kind;
    }

    /** @param document that the product was read from */
    public static DocumentPlaces of(String document, DataProduct product) {
        Problems known = new Problems();
        Mapping root = DocumentParser.parse(document, known);
        Optional<DocumentKind> kind =
                root == null ? Optional.empty() : DocumentKind.of(Section.root(root, new Reading(known)));
        return new DocumentPlaces(product, root == null ? null : Spot.root(root), kind.orElse(null));
    }

    /**
     * The problem with pointer, line and column in the document. One about the whole stays as it is, and so does one whose place
     * is not certain: no line is better than a wrong one.
     *
     * @param problem whose pointer leads into the product
     */
    public Problem locate(Problem problem) {
        Spot spot = problem.pointer().isEmpty() ? null : find(problem.pointer());
        return spot == null
                ? problem
                : new Problem(
                        problem.code(),
                        problem.severity(),
                        problem.message(),
                        problem.advice(),
                        spot.pointer(),
                        spot.mark().line(),
                        spot.mark().column());
    }

    private @Nullable Spot find(String pointer) {
        List<String> steps = steps(pointer);
        if (root == null || kind == null || steps.isEmpty()) {
            return null;
        }
        return steps.size() > 1 && steps.getFirst().equals("qualityChecks")
                ? check(root, steps.get(1))
                : kind.place(root, steps);
    }

    /** Checks are gathered from all over the document, and know where they were. */
    private @Nullable Spot check(Spot root, String index) {
        Optional<QualityCheck> check = Stream.iterate(
                        0, i -> i < product.qualityChecks().size(), i -> i + 1)
                .filter(i -> String.valueOf(i).equals(index))
                .map(product.qualityChecks()::get)
                .findFirst();
        Spot spot = check.map(QualityCheck::pointer)
                        .filter(written -> !written.isEmpty())
                        .isPresent()
                ? root
                : null;
        for (String step : check.map(one -> steps(one.pointer())).orElse(List.of())) {
            spot = spot == null ? null : spot.key(step) instanceof Spot value ? value : spot.item(step);
        }
        return spot;
    }

    private static List<String> steps(String pointer) {
        return Stream.of(pointer.split("/", -1))
                .skip(1)
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
