package io.meshwork.policy.language;

import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.validator.CelAstValidator;
import java.util.List;

/** A regular expression that is written down is checked when the policy is defined. */
final class RegexLiterals implements CelAstValidator {

    @Override
    public void validate(CelNavigableAst tree, Cel cel, IssuesFactory issues) {
        tree.getRoot()
                .allNodes()
                .map(node -> node.expr())
                .filter(part ->
                        part.getKind() == Kind.CALL && part.call().function().equals("matches"))
                .forEach(call -> check(call, issues));
    }

    private static void check(CelExpr call, IssuesFactory issues) {
        List<CelExpr> args = call.call().args();
        CelExpr expression = args.getLast();
        if (expression.getKind() != Kind.CONSTANT || expression.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return;
        }
        try {
            RegularExpressions.check(expression.constant().stringValue());
        } catch (CelEvaluationException e) {
            issues.addError(expression.id(), String.valueOf(e.getMessage()));
        }
    }
}
