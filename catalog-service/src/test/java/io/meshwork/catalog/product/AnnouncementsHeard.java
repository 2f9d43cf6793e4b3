package io.meshwork.catalog.product;

import io.meshwork.catalog.product.Outcome.Published;
import io.meshwork.catalog.product.Outcome.Rejected;
import io.meshwork.messaging.Cause;
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
    public void changed(VersionChanged changed) {
        heard.add(changed.step().text() + " " + changed.versionId() + " r" + changed.revision());
    }

    @Override
    public void due(VersionId version, Instant sunset, Cause cause) {
        heard.add("due " + version + " " + sunset);
    }

    @Override
    public void ends(VersionId version, Instant end, Cause cause) {
        heard.add("ends " + version + " " + end);
    }

    @Override
    public void known(VersionId version) {
        heard.add("known " + version);
    }
}
