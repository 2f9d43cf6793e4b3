package io.meshwork.policy.language;

import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.InternalCelFunctionBinding;
import dev.cel.runtime.RuntimeEquality;
import dev.cel.runtime.RuntimeHelpers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CEL's functions and those of libraries; each says by the sizes of its arguments what it is going to cost before it runs. */
final class ChargedFunctions implements CelRuntimeLibrary {

    private static final String MATCHES = "matches";
    private static final CelStandardFunctions ALL =
            CelStandardFunctions.newBuilder().build();

    /** For the runtime, which is to have no functions but those of libraries. */
    static final CelStandardFunctions NONE = CelStandardFunctions.newBuilder()
            .filterFunctions((function, overload) -> false)
            .build();

    private final List<CelRuntimeLibrary> libraries;

    ChargedFunctions(CelRuntimeLibrary... libraries) {
        this.libraries = List.of(libraries);
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder runtime) {
        RuntimeEquality equality = RuntimeEquality.create(RuntimeHelpers.create(), CostLimits.OPTIONS);
        List<CelFunctionBinding> all = new ArrayList<>(ALL.newFunctionBindings(equality, CostLimits.OPTIONS));
        libraries.forEach(library -> library.setRuntimeOptions(collectingIn(all, runtime)));
        overloads(all).forEach((function, overloads) -> {
            if (!function.equals(MATCHES)) {
                runtime.addFunctionBindings(CelFunctionBinding.fromOverloads(function, overloads));
            }
        });
        new RegularExpressions().setRuntimeOptions(runtime);
    }

    /** By function. */
    private static Map<String, List<CelFunctionBinding>> overloads(List<CelFunctionBinding> bindings) {
        Map<String, List<CelFunctionBinding>> overloads = new TreeMap<>();
        for (CelFunctionBinding binding : bindings) {
            String function = ((InternalCelFunctionBinding) binding).getFunctionName();
            boolean choosesOverload = binding.getOverloadId().equals(function)
                    && binding.getArgTypes().isEmpty();
            if (!choosesOverload) {
                overloads.computeIfAbsent(function, name -> new ArrayList<>()).add(charged(function, binding));
            }
        }
        return overloads;
    }

    private static CelFunctionBinding charged(String function, CelFunctionBinding binding) {
        CelFunctionOverload definition = binding.getDefinition();
        return binding.isStrict()
                ? CelFunctionBinding.from(binding.getOverloadId(), binding.getArgTypes(), args -> {
                    CostLimits.check(function, args);
                    return definition.apply(args);
                })
                : binding;
    }

    /** A library binds its functions itself and tells nobody which. */
    private static CelRuntimeBuilder collectingIn(List<CelFunctionBinding> all, CelRuntimeBuilder runtime) {
        InvocationHandler collect = (self, method, args) -> {
            if (!method.getName().equals("addFunctionBindings")) {
                return method.invoke(runtime, args);
            }
            Iterable<?> bindings = args[0] instanceof Object[] several ? Arrays.asList(several) : (Iterable<?>) args[0];
            bindings.forEach(binding -> all.add((CelFunctionBinding) binding));
            return self;
        };
        return (CelRuntimeBuilder) Proxy.newProxyInstance(
                CelRuntimeBuilder.class.getClassLoader(), new Class<?>[] {CelRuntimeBuilder.class}, collect);
    }
}
