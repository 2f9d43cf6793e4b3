package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.notification.Notification;
import java.util.List;

/** Where mail is handed in. */
@FunctionalInterface
interface MailPost {

    /** @param due at least one; they become one mail */
    Answer send(String address, List<Notification> due);
}
