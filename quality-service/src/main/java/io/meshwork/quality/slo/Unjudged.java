package io.meshwork.quality.slo;

import java.util.List;

/** One of these products cannot be judged; nothing was changed. */
public final class Unjudged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> products;

    Unjudged(List<Watched> products, Throwable cause) {
        super(cause);
        this.products = products.stream().map(Watched::productId).toList();
    }

    public List<String> products() {
        return products;
    }
}
