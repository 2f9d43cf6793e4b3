package io.meshwork.contract.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of a product. The same product is always the same text: properties in the order of the records, map keys
 * sorted, nulls of records omitted (the author's own nulls stay), enums in lower case with underscores, dates in ISO 8601.
 */
public final class DataProductJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new LowerCaseEnums())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private static final ObjectWriter WRITER = MAPPER.writerFor(DataProduct.class);
    private static final ObjectReader READER = MAPPER.readerFor(DataProduct.class);

    /** Keeps the author's order of keys. */
    private static final JsonMapper PARTS = MAPPER.rebuild()
            .disable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private DataProductJson() {}

    public static String write(DataProduct product) {
        return WRITER.writeValueAsString(product);
    }

    /**
     * The product that {@link #write} wrote; properties that this version does not know are skipped, lists that an older one
     * did not write are empty.
     *
     * @throws tools.jackson.core.JacksonException when the text is no such JSON
     */
    public static DataProduct read(String json) {
        return READER.readValue(json);
    }

    /** The product as {@link #write} would write it, as plain maps and lists; the author's maps keep their order. */
    public static Map<String, Object> toMap(DataProduct product) {
        return PARTS.convertValue(product, new TypeReference<>() {});
    }

    /**
     * The opposite of {@link #toMap}.
     *
     * @throws tools.jackson.core.JacksonException when these are no parts of a product
     */
    public static DataProduct fromMap(Map<String, ?> parts) {
        return PARTS.convertValue(parts, DataProduct.class);
    }

    private static final class LowerCaseEnums extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        /** Most fields have no options, and what is not there is not written. */
        @Override
        public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated property) {
            return property instanceof AnnotatedMember member
                            && member.getDeclaringClass() == Field.class
                            && member.getName().equals("options")
                    ? JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)
                    : super.findPropertyInclusion(config, property);
        }

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            for (int i = 0; i < constants.length; i++) {
                names[i] = constants[i].name().toLowerCase(Locale.ROOT);
            }
            return names;
        }
    }
}
