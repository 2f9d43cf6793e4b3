package io.meshwork.policy.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.DataProduct;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactTypesTest {

    private static final Map<String, String> RENAMED =
            Map.of("DataProduct", "Product", "ServiceLevelObjective", "ServiceLevel");

    @Test
    void areThoseOfTheContractModel() {
        expectSameFields(DataProduct.class, new HashSet<>());
    }

    private static void expectSameFields(Class<?> type, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        assertThat(FactTypes.fields(RENAMED.getOrDefault(type.getSimpleName(), type.getSimpleName()))
                        .keySet())
                .as(type.getSimpleName())
                .isEqualTo(
                        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet()));
        for (RecordComponent component : components) {
            expectSameFields(element(component.getGenericType()), seen);
        }
    }

    private static Class<?> element(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType list -> element(list.getActualTypeArguments()[0]);
            default -> Object.class;
        };
    }
}
