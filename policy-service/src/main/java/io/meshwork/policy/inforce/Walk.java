package io.meshwork.policy.inforce;

import java.time.Instant;
import java.util.Optional;

/** Which products are judged again, and whether those that the set in force has judged already are left out. */
public sealed interface Walk {

    /** As in the payload of a job. */
    String text();

    /** Whether a product is judged also when the set in force has judged it already. */
    default boolean isThorough() {
        return true;
    }

    /** Every product, because the set changed. */
    record All() implements Walk {

        @Override
        public String text() {
            return "all";
        }

        @Override
        public boolean isThorough() {
            return false;
        }
    }

    /** The products of a domain, because the set changed for them. */
    record Domain(String id) implements Walk {

        @Override
        public String text() {
            return "domain:" + id;
        }

        @Override
        public boolean isThorough() {
            return false;
        }
    }

    /** One product, because the set changed for it. */
    record Product(String id) implements Walk {

        @Override
        public String text() {
            return "product:" + id;
        }

        @Override
        public boolean isThorough() {
            return false;
        }
    }

    /** Every product, because time went on and policies read the clock. */
    record Daily() implements Walk {

        @Override
        public String text() {
            return "daily";
        }
    }

    /** Products that are made from one that changed. */
    record Downstream(String productId) implements Walk {

        @Override
        public String text() {
            return "downstream:" + productId;
        }
    }

    /** Products whose grace has ended, at this moment or before. */
    record GraceEnded(Instant end) implements Walk {

        @Override
        public String text() {
            return "grace-ended:" + end;
        }
    }

    /** @throws IllegalArgumentException when it is no text of a walk */
    static Walk parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        Optional<String> id = colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        return switch (kind) {
            case "domain" -> new Domain(id.orElseThrow());
            case "product" -> new Product(id.orElseThrow());
            case "downstream" -> new Downstream(id.orElseThrow());
            case "daily" -> new Daily();
            case "grace-ended" -> new GraceEnded(Instant.parse(id.orElseThrow()));
            case "all" -> new All();
            default -> throw new IllegalArgumentException("no walk is called '" + text + "'");
        };
    }
}
