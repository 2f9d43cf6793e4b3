package io.meshwork.policy.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What policies may ask of a product beyond its fields.
 *
 * <ul>
 *   <li>{@code product.fields()}: the fields of all datasets, nested ones included
 *   <li>{@code product.slo('availability')}: the first objective of that name as a number (seconds, or a ratio 0..1), -1.0 when
 *       it is not stated or cannot be read as a number; upper case and underscores in the name do not matter
 * </ul>
 */
final class ProductFunctions implements CelCompilerLibrary, CelRuntimeLibrary {

    static final ImmutableList<String> NAMES = ImmutableList.of("fields", "slo");

    /** To look at a field or an objective. */
    private static final int STEPS = 50;

    @Override
    public void setCheckerOptions(CelCheckerBuilder checker) {
        checker.addFunctionDeclarations(
                CelFunctionDecl.newFunctionDeclaration(
                        "fields",
                        CelOverloadDecl.newMemberOverload(
                                "product_fields", FactTypes.listOf("Field"), FactTypes.PRODUCT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "slo",
                        CelOverloadDecl.newMemberOverload(
                                "product_slo", SimpleType.DOUBLE, FactTypes.PRODUCT, SimpleType.STRING)));
    }

    @Override
    public void setRuntimeOptions(CelRuntimeBuilder runtime) {
        runtime.addFunctionBindings(ImmutableSet.<CelFunctionBinding>builder()
                .addAll(CelFunctionBinding.fromOverloads(
                        "fields", CelFunctionBinding.from("product_fields", Map.class, ProductFunctions::fields)))
                .addAll(CelFunctionBinding.fromOverloads(
                        "slo", CelFunctionBinding.from("product_slo", Map.class, String.class, ProductFunctions::slo)))
                .build());
    }

    private static List<Object> fields(Map<?, ?> product) throws CelEvaluationException {
        List<Object> all = new ArrayList<>();
        for (Object dataset : list(product, "schema")) {
            collect(list((Map<?, ?>) dataset, "fields"), all);
        }
        Effort.spend(STEPS * (long) all.size());
        return all;
    }

    private static void collect(List<?> fields, List<Object> all) {
        for (Object field : fields) {
            all.add(field);
            collect(list((Map<?, ?>) field, "fields"), all);
            if (((Map<?, ?>) field).get("items") instanceof Map<?, ?> items) {
                collect(list(items, "fields"), all);
            }
        }
    }

    private static Object slo(Map<?, ?> product, String name) throws CelEvaluationException {
        Effort.spend(STEPS * (long) list(product, "serviceLevels").size() + name.length());
        String normalized = normalized(name);
        for (Object objective : list(product, "serviceLevels")) {
            Map<?, ?> stated = (Map<?, ?>) objective;
            if (stated.get("property") instanceof String property
                    && normalized(property).equals(normalized)) {
                return stated.get("normalized") instanceof Number number ? number.doubleValue() : -1.0;
            }
        }
        return -1.0;
    }

    private static String normalized(String property) {
        return property.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static List<?> list(Map<?, ?> owner, String field) {
        return owner.get(field) instanceof List<?> list ? list : List.of();
    }
}
