package io.meshwork.notifier.feed.stream;

import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Resumption.Gap;
import java.io.IOException;

/** Who is told; fails with an {@link IOException} when they have gone. */
public interface Audience {

    void told(Entry entry) throws IOException;

    /** What stood in the log up to here and was not told, is not for them. */
    void nothingUntil(Place place) throws IOException;

    /** Something may be missing before what is told next. */
    void missed(Gap gap) throws IOException;

    /** Lets go what was told. */
    void flush() throws IOException;
}
