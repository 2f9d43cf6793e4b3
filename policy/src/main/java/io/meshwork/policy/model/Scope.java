package io.meshwork.policy.model;

import io.meshwork.contract.read.value.Ids;
import java.util.Optional;

/** Whose products a policy judges. */
public sealed interface Scope {

    String GLOBAL = "global";
    String DOMAIN = "domain:";

    /** As in documents and events: {@code global} or {@code domain:<id>}. */
    String text();

    /** The domain in which someone must be allowed to define policies; {@code *} for the whole mesh. */
    String authority();

    boolean covers(String domain);

    record Global() implements Scope {

        @Override
        public String text() {
            return GLOBAL;
        }

        @Override
        public String authority() {
            return "*";
        }

        @Override
        public boolean covers(String domain) {
            return true;
        }
    }

    /** @param id of the domain */
    record Domain(String id) implements Scope {

        @Override
        public String text() {
            return DOMAIN + id;
        }

        @Override
        public String authority() {
            return id;
        }

        @Override
        public boolean covers(String domain) {
            return id.equals(domain);
        }
    }

    /** @param productId {@code domain.name} */
    static String domainOf(String productId) {
        int dot = productId.indexOf('.');
        return dot < 0 ? productId : productId.substring(0, dot);
    }

    /** Empty when the text is no scope. */
    static Optional<Scope> parse(String text) {
        if (text.equals(GLOBAL)) {
            return Optional.of(new Global());
        }
        String id = text.startsWith(DOMAIN) ? text.substring(DOMAIN.length()).strip() : "";
        return Ids.isValid(id) ? Optional.of(new Domain(id)) : Optional.empty();
    }
}
