/** E-mail by SMTP: all that is due for an address is one mail, and nothing is lost while the server is away. */
@NullMarked
package io.meshwork.notifier.channel.mail;

import org.jspecify.annotations.NullMarked;
