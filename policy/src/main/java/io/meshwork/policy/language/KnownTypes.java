package io.meshwork.policy.language;

import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.validator.CelAstValidator;
import java.util.List;
import java.util.Set;

/**
 * Where CEL itself hashes a value, or writes it out to say that it is no bool, the type must be known before: a list that slipped
 * in as {@code dyn} may hold more values than there is memory.
 */
final class KnownTypes implements CelAstValidator {

    private static final Set<CelType> KEY = Set.of(SimpleType.STRING, SimpleType.INT, SimpleType.UINT, SimpleType.BOOL);
    private static final Set<CelType> CONDITION = Set.of(SimpleType.BOOL);

    @Override
    public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
        tree.getRoot().allNodes().forEach(node -> {
            for (CelExpr key : keys(node.expr())) {
                if (!KEY.contains(type(key, tree))) {
                    issues.addError(key.id(), "the key of a map must be a string, a whole number or a bool");
                }
            }
            for (CelExpr condition : conditions(node.expr())) {
                if (!CONDITION.contains(type(condition, tree))) {
                    issues.addError(condition.id(), "it may be something else than true or false; write `… == true`");
                }
            }
        });
    }

    private static CelType type(CelExpr part, CelNavigableAst tree) {
        return tree.getAst().getTypeOrThrow(part.id());
    }

    private static List<CelExpr> keys(CelExpr part) {
        return switch (part.getKind()) {
            case MAP -> part.map().entries().stream().map(CelMap.Entry::key).toList();
            default -> List.of();
        };
    }

    private static List<CelExpr> conditions(CelExpr part) {
        return switch (part.getKind()) {
            case CALL ->
                switch (part.call().function()) {
                    case "_&&_", "_||_" -> part.call().args();
                    case "_?_:_" -> part.call().args().subList(0, 1);
                    default -> List.of();
                };
            default -> List.of();
        };
    }
}
