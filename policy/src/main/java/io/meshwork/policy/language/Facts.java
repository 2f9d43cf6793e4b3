package io.meshwork.policy.language;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that expressions see of one version of a product. Immutable. */
public final class Facts {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}");
    private static final Map<String, Fact> BY_NAME = byName();

    private final Map<Fact, Object> values;

    private Facts(Map<Fact, Object> values) {
        this.values = values;
    }

    /**
     * A product of which nothing but the contract is known.
     *
     * @param contract the product as canonical JSON, as in {@code product.published}
     * @throws IllegalArgumentException when it is not one JSON object; the message says where
     */
    public static Facts ofProduct(String contract) {
        return of(Json.object(contract));
    }

    /** @param product a contract as plain maps and lists, without nulls */
    public static Facts of(Map<String, Object> product) {
        Map<Fact, Object> values = new EnumMap<>(Fact.class);
        values.put(Fact.PRODUCT, product);
        values.put(Fact.QUALITY, Map.of());
        values.put(Fact.PREVIOUS, Map.of());
        values.put(Fact.CHANGES, List.of());
        values.put(Fact.UPSTREAMS, List.of());
        values.put(Fact.NOW, Instant.EPOCH);
        return new Facts(values);
    }

    /** @param value a map, a list of maps, or an {@link Instant}, as the fact's type says; without nulls */
    public Facts with(Fact fact, Object value) {
        Map<Fact, Object> more = new EnumMap<>(values);
        more.put(fact, value);
        return new Facts(more);
    }

    /** @param json an object, or a list of objects, as the fact's type says */
    public Facts withJson(Fact fact, String json) {
        return with(fact, json.startsWith("[") ? Json.array(json) : Json.object(json));
    }

    /** Null when the contract names none. */
    public @Nullable String ownerTeam() {
        return product().get("owner") instanceof Map<?, ?> owner && owner.get("team") instanceof String team
                ? team
                : null;
    }

    /** Ids of the products that the input ports may name; a source with a dot can be a table as well. */
    public Set<String> upstreamIds() {
        Set<String> ids = new TreeSet<>();
        if (product().get("inputPorts") instanceof List<?> ports) {
            for (Object port : ports) {
                if (port instanceof Map<?, ?> input && input.get("source") instanceof String source) {
                    String id = ID.matcher(source).matches() ? source : input.get("domain") + "." + source;
                    if (ID.matcher(id).matches()) {
                        ids.add(id);
                    }
                }
            }
        }
        return ids;
    }

    private Map<?, ?> product() {
        return values.get(Fact.PRODUCT) instanceof Map<?, ?> product ? product : Map.of();
    }

    Optional<Object> find(String name) {
        Fact fact = BY_NAME.get(name);
        return fact == null ? Optional.empty() : Optional.ofNullable(values.get(fact));
    }

    private static Map<String, Fact> byName() {
        return Arrays.stream(Fact.values()).collect(Collectors.toUnmodifiableMap(Fact::text, fact -> fact));
    }
}
