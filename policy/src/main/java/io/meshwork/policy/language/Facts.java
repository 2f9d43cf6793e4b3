package io.meshwork.policy.language;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that expressions see of one version of a product, or of one update. Immutable. */
public final class Facts {

    private static final String PRODUCT = Fact.PRODUCT.text();
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}");
    /** What is known of a product of which nothing but the contract is. */
    private static final Map<String, Optional<Object>> NOTHING_MORE = Map.of(
            Fact.QUALITY.text(), Optional.of(Map.of()),
            Fact.PREVIOUS.text(), Optional.of(Map.of()),
            Fact.CHANGES.text(), Optional.of(List.of()),
            Fact.UPSTREAMS.text(), Optional.of(List.of()),
            Fact.NOW.text(), Optional.of(Instant.EPOCH));

    private final Subject subject;
    private final Map<?, ?> product;
    /** Ready for the language, which asks for one of them with nearly every step. */
    private final Optional<Object> found;

    private final Map<String, Optional<Object>> others;

    private Facts(Subject subject, Map<?, ?> product, Map<String, Optional<Object>> others) {
        this.subject = subject;
        this.product = product;
        this.found = Optional.of(product);
        this.others = others;
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
        return new Facts(Subject.PRODUCT, product, NOTHING_MORE);
    }

    /** @param update a piece of news as plain maps, lists and {@link Instant}s, without nulls */
    public static Facts ofUpdate(Map<String, Object> update) {
        return new Facts(Subject.UPDATE, Map.of(), Map.of(FactTypes.UPDATE, Optional.of(update)));
    }

    /** @param value a map, a list of maps, or an {@link Instant}, as the fact's type says; without nulls */
    public Facts with(Fact fact, Object value) {
        if (fact == Fact.PRODUCT) {
            return new Facts(subject, (Map<?, ?>) value, others);
        }
        Map<String, Optional<Object>> more = new HashMap<>(others);
        more.put(fact.text(), Optional.of(value));
        return new Facts(subject, product, more);
    }

    /** @param json an object, or a list of objects, as the fact's type says */
    public Facts withJson(Fact fact, String json) {
        return with(fact, json.startsWith("[") ? Json.array(json) : Json.object(json));
    }

    /** With who asks for the product, and for what, for expressions that decide about it. */
    public Facts asked(Map<String, Object> principal, Map<String, Object> request) {
        Map<String, Optional<Object>> more = new HashMap<>(others);
        more.put(FactTypes.PRINCIPAL, Optional.of(principal));
        more.put(FactTypes.REQUEST, Optional.of(request));
        return new Facts(subject, product, more);
    }

    Subject subject() {
        return subject;
    }

    /** The contract, as plain maps and lists. */
    public Map<?, ?> product() {
        return product;
    }

    /** Null when the contract names none. */
    public @Nullable String ownerTeam() {
        return product.get("owner") instanceof Map<?, ?> owner && owner.get("team") instanceof String team
                ? team
                : null;
    }

    /** Ids of the products that the input ports may name; a source with a dot can be a table as well. */
    public Set<String> upstreamIds() {
        Set<String> ids = new TreeSet<>();
        if (product.get("inputPorts") instanceof List<?> ports) {
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

    Optional<Object> find(String name) {
        return name.equals(PRODUCT) ? found : others.getOrDefault(name, Optional.empty());
    }
}
