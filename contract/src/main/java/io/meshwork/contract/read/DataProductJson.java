package io.meshwork.contract.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.meshwork.contract.model.DataProduct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
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

    private static final class LowerCaseEnums extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

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
