package io.meshwork.notifier.channel.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the e-mail channel.
 *
 * @param host SMTP server that takes mail for delivery; empty: the channel is off
 * @param port default 587
 * @param encryption starttls (default), tls from the first byte (port 465), or none, the default for a server on this machine
 * @param username with which to log in; empty: without. A secret as the password: set both in the environment
 * @param password of the user
 * @param from address of the sender, such as {@code mesh@example.com}; needed with a host
 * @param replyTo who reads answers and requests to end a subscription; empty: nobody
 * @param allowedDomains domains to which mail may go; {@code *.example.com} are those below it. Default none
 * @param recipientInterval between two mails to one address, whichever replica sends them; what comes meanwhile is one mail. Default
 *     1 min
 * @param perMinute mails that one replica sends in a minute, evenly; default 60
 * @param digestMaximum notifications that one mail takes; default 1,000
 * @param connectTimeout for reaching the server; default 5 s
 * @param answerTimeout for each answer of the server; default 30 s
 * @param parallelism mails that one replica sends at the same time; default 4
 * @param retryFirst wait after the first vain try, which grows, by chance a little more or less; default 10 s
 * @param retryLater longest wait before the next try; default 5 min
 * @param giveUpAfter notifications for a recipient whom the server defers for so long have failed; default 4 days
 * @param circuitOpen how long the server is left alone after half of the last calls failed; default 30 s
 */
@Validated
@ConfigurationProperties("mesh.mail")
record MailSettings(
        @Nullable String host,
        @Min(1) @Max(65_535) @DefaultValue("587") int port,
        @Nullable Encryption encryption,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @Nullable String replyTo,
        @DefaultValue List<String> allowedDomains,
        @NotNull @DefaultValue("1m") Duration recipientInterval,
        @Min(1) @Max(60_000) @DefaultValue("60") int perMinute,
        @Min(1) @Max(10_000) @DefaultValue("1000") int digestMaximum,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("30s") Duration answerTimeout,
        @Min(1) @Max(100) @DefaultValue("4") int parallelism,
        @NotNull @DefaultValue("10s") Duration retryFirst,
        @NotNull @DefaultValue("5m") Duration retryLater,
        @NotNull @DefaultValue("4d") Duration giveUpAfter,
        @NotNull @DefaultValue("30s") Duration circuitOpen) {

    enum Encryption {
        /** The connection must become encrypted before anything is said on it. */
        STARTTLS,
        TLS,
        NONE
    }

    boolean isOff() {
        return host == null || host.isBlank();
    }

    boolean logsIn() {
        return username != null && !username.isBlank();
    }

    Encryption encryptionInUse() {
        return encryption != null ? encryption : isLoopback() ? Encryption.NONE : Encryption.STARTTLS;
    }

    private boolean isLoopback() {
        var name = Objects.requireNonNullElse(host, "").strip();
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
    }

    /** @throws IllegalArgumentException when credentials would be readable on their way */
    void requireSafeCredentials() {
        if (logsIn() && encryptionInUse() == Encryption.NONE && !isLoopback()) {
            throw new IllegalArgumentException(
                    "mesh.mail.encryption is none, and mesh.mail.username would be sent for everybody to read; set it to"
                            + " starttls or tls, or leave out the user");
        }
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", encryption=" + encryptionInUse() + ", username="
                + (logsIn() ? "***" : "absent") + ", allowedDomains=" + allowedDomains + "]";
    }
}
