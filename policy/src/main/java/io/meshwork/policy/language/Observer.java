package io.meshwork.policy.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates an expression and notes what its parts came to: what it read, what it called, and the item that ended a search. */
final class Observer implements CelEvaluationListener {

    private static final int MOST = 20;

    private final Expression expression;
    private final Map<String, Object> seen = new LinkedHashMap<>();
    /** Parts that run once per item of a list; their last values are those of the item that decided. */
    private final Set<Long> repeated = new HashSet<>();

    private final Map<String, Object> items = new LinkedHashMap<>();
    private final Set<String> itemNames = new HashSet<>();

    private Observer(Expression expression) {
        this.expression = expression;
        comprehensions(expression.tree().getExpr());
    }

    /** Variables that it reads are followed by what their own parts came to. */
    static List<Observation> watch(Expression expression, Situation situation) {
        Set<Observation> all = new LinkedHashSet<>();
        watch(expression, situation, all, new HashSet<>());
        return all.stream().limit(MOST).toList();
    }

    private static void watch(
            Expression expression, Situation situation, Set<Observation> all, Set<String> variablesWatched) {
        Observer observer = new Observer(expression);
        observer.run(situation);
        all.addAll(observer.observations());
        for (Variable variable : situation.variables()) {
            if (observer.seen.containsKey(Situation.VARIABLES + variable.name())
                    && all.size() < MOST
                    && variablesWatched.add(variable.name())) {
                watch(variable.expression(), situation, all, variablesWatched);
            }
        }
    }

    private void run(Situation situation) {
        try {
            expression.trace(situation, this);
        } catch (CelEvaluationException | RuntimeException | StackOverflowError undecided) {
            // what was seen until then is what the reader wants; the reason is part of the answer
        }
    }

    private List<Observation> observations() {
        List<Observation> all = new ArrayList<>();
        seen.forEach((part, value) -> all.add(new Observation(part, Shown.of(value))));
        items.forEach((name, value) -> all.add(new Observation("the last " + name, Shown.of(value))));
        return all;
    }

    @Override
    public void callback(CelExpr part, Object value) {
        if (part.getKind() == Kind.IDENT && itemNames.contains(part.ident().name())) {
            items.put(part.ident().name(), value);
        } else if (isTelling(part) && !repeated.contains(part.id())) {
            seen.put(written(part), value);
        }
    }

    /** Operators are left out: their operands say more. Names with a dot are parameters and variables. */
    private static boolean isTelling(CelExpr part) {
        return switch (part.getKind()) {
            case SELECT -> true;
            case IDENT -> part.ident().name().contains(".");
            case CALL -> Character.isLetter(part.call().function().charAt(0));
            default -> false;
        };
    }

    private void comprehensions(CelExpr part) {
        switch (part.getKind()) {
            case CALL -> {
                part.call().target().ifPresent(this::comprehensions);
                part.call().args().forEach(this::comprehensions);
            }
            case SELECT -> comprehensions(part.select().operand());
            case LIST -> part.list().elements().forEach(this::comprehensions);
            case COMPREHENSION -> {
                var loop = part.comprehension();
                comprehensions(loop.iterRange());
                itemNames.add(loop.iterVar());
                repeat(loop.loopStep());
                repeat(loop.loopCondition());
                repeat(loop.result());
                repeat(loop.accuInit());
            }
            default -> {}
        }
    }

    private void repeat(CelExpr part) {
        repeated.add(part.id());
        switch (part.getKind()) {
            case CALL -> {
                part.call().target().ifPresent(this::repeat);
                part.call().args().forEach(this::repeat);
            }
            case SELECT -> repeat(part.select().operand());
            case LIST -> part.list().elements().forEach(this::repeat);
            case COMPREHENSION -> {
                var loop = part.comprehension();
                repeat(loop.iterRange());
                itemNames.add(loop.iterVar());
                repeat(loop.loopStep());
                repeat(loop.loopCondition());
                repeat(loop.result());
            }
            default -> {}
        }
    }

    private String written(CelExpr part) {
        CelUnparser unparser = CelUnparserFactory.newUnparser();
        return Shown.shorten(unparser.unparse(
                CelAbstractSyntaxTree.newParsedAst(part, expression.tree().getSource())));
    }
}
