package io.meshwork.notifier.platform;

import io.meshwork.notifier.news.News;

/** Tells ops past everything that needs the database: nothing is recorded, silenced or put off. */
public interface DirectLine {

    /** @return false when it is to be tried again later */
    boolean tell(News news);
}
