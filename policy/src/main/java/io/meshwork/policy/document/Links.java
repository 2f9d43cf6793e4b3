package io.meshwork.policy.document;

import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Node.Scalar;
import io.meshwork.contract.read.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Addresses that people follow from a policy's page; nothing else than the web, so that no page runs them. */
final class Links {

    private static final int MOST = 20;

    private Links() {}

    static List<String> read(Part part, String key) {
        Node node = part.value(key);
        List<String> links = new ArrayList<>();
        boolean valid =
                node == null || node instanceof Sequence list && list.items().size() <= MOST;
        if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                valid &= item instanceof Scalar link
                        && (link.text().startsWith("https://") || link.text().startsWith("http://"));
                links.add(String.valueOf(item.plain()));
            }
        }
        if (!valid) {
            part.problem(
                    "invalid",
                    key,
                    "`" + key + "` must be a list of at most " + MOST + " web addresses",
                    "Write addresses that begin with https://.");
        }
        return links;
    }
}
