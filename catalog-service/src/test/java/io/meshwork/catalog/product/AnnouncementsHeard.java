package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was announced, as words. */
final class AnnouncementsHeard implements Announcements {

    final List<String> heard = new ArrayList<>();
    boolean tooLarge;

    @Override
    public boolean published(Published published) {
        if (!tooLarge) {
            heard.add("published " + published.submission().versionId() + " r" + published.revision());
        }
        return !tooLarge;
    }

    @Override
    public void rejected(Rejected rejected, Instant at) {
        heard.add("rejected " + rejected.request().productId() + " "
                + rejected.problems().getFirst().code());
    }

    @Override
    public void listed(Standing standing) {
        heard.add(standing.listing().state().text() + " " + standing.productId() + "@" + standing.version() + " r"
                + standing.revision());
    }

    @Override
    public void known(VersionId version) {
        heard.add("known " + version);
    }
}
