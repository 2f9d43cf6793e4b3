package io.meshwork.notifier.channel.mail;

import java.time.Duration;

/** What came of a mail. */
sealed interface Answer {

    /** The server has taken it over. */
    record Accepted() implements Answer {}

    /** For good (5xx): trying again cannot help. */
    record Refused(String reason) implements Answer {}

    /** The server does not take it for this recipient now (4xx), such as when a mailbox is full. */
    record Deferred(String reason) implements Answer {}

    /** The server is down, slow, out of reach, or takes no mail of ours. */
    record Unavailable(String reason) implements Answer {}

    /** The server was not asked: too much failed, or too much was sent. */
    record Spared(Duration delay, String reason) implements Answer {}
}
