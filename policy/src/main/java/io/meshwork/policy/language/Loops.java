package io.meshwork.policy.language;

import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.validator.CelAstValidator;

/** Rounds are counted while they run, and not what they do; so what one round can do is limited before. */
final class Loops implements CelAstValidator {

    @Override
    public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
        tree.getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.COMPREHENSION)
                .forEach(loop -> {
                    long parts = parts(loop);
                    if (parts > CostLimits.LOOP) {
                        issues.addError(
                                loop.expr().id(),
                                "the loop has " + parts + " parts, and at most " + CostLimits.LOOP
                                        + " are allowed; split the rule, or move what does not depend on the item to variables");
                    }
                });
    }

    private static long parts(CelNavigableExpr loop) {
        return CelNavigableExpr.fromExpr(loop.expr().comprehension().loopStep())
                .allNodes()
                .count();
    }
}
