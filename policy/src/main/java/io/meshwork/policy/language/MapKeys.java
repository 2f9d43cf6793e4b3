package io.meshwork.policy.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How keys of maps are written, looked at before types are sought: the type of {@code {a: a}} is twice as large as that of {@code a},
 * so that a chain of maps takes all memory while CEL checks it.
 */
final class MapKeys {

    private static final Set<String> CONVERSIONS = Set.of("string", "int", "uint", "bool");

    private MapKeys() {}

    /** @param parsed not checked yet */
    static List<Fault> faults(String expression, CelAbstractSyntaxTree parsed) {
        return CelNavigableAst.fromAst(parsed)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.MAP)
                .flatMap(node -> node.expr().map().entries().stream().map(CelMap.Entry::key))
                .filter(key -> !isPlain(key))
                .map(key -> new Fault(
                        offset(expression, parsed, key),
                        "the key of a map must be a fixed value or a conversion",
                        "Write string(…) or int(…) around it."))
                .sorted(Comparator.comparingInt(Fault::offset))
                .toList();
    }

    private static boolean isPlain(CelExpr key) {
        return switch (key.getKind()) {
            case CONSTANT -> true;
            case CALL -> CONVERSIONS.contains(key.call().function());
            default -> false;
        };
    }

    private static int offset(String expression, CelAbstractSyntaxTree parsed, CelExpr part) {
        int characters = parsed.getSource().getPositionsMap().getOrDefault(part.id(), 0);
        return expression.offsetByCodePoints(
                0, Math.clamp(characters, 0, expression.codePointCount(0, expression.length())));
    }
}
