package io.meshwork.notifier.channel.webhook;

import io.meshwork.notifier.channel.webhook.guard.EndpointUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends one request to one address that was checked, over a connection of its own, and says what came of it. The answer's body is
 * not read, and reasons do not hold the address.
 */
final class WebhookSender implements AutoCloseable {

    private static final int HEADER_LINE = 8 * 1024;
    private static final int HEADERS = 100;

    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-deadlines").daemon().factory());
    private final Duration timeout;
    private final Clock clock;

    WebhookSender(WebhookSettings settings, SSLContext tls, Clock clock) {
        this.timeout = settings.requestTimeout();
        this.clock = clock;
        this.http = HttpClients.custom()
                .setConnectionManager(connections(settings, tls))
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.requestTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(settings.requestTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Meshwork-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(WebhookSettings settings, SSLContext tls) {
        var headers = Http1Config.custom()
                .setMaxLineLength(HEADER_LINE)
                .setMaxHeaderCount(HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(headers)
                        .build())
                .setDnsResolver(new NoSecondLook())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(Timeout.of(settings.requestTimeout()))
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(settings.requestTimeout()))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(settings.requestTimeout()))
                        .build())
                .setMaxConnTotal(settings.parallelism())
                .setMaxConnPerRoute(settings.parallelism())
                .build();
    }

    /** Host header, server name and certificate are those of the host; the connection goes to the address that was checked. */
    Answer post(EndpointUrl url, InetAddress checked, SignedMessage message) {
        var host = new HttpHost(url.isEncrypted() ? "https" : "http", checked, url.host(), url.port());
        var request = request(url, message);
        var deadline = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(hangingUp(request, http.executeOpen(host, request, null)));
        } catch (SocketTimeoutException e) {
            return late();
        } catch (SSLException e) {
            return Answer.Failed.because("the endpoint's TLS or certificate is not in order: " + e.getMessage());
        } catch (IOException e) {
            return request.isCancelled()
                    ? late()
                    : Answer.Failed.because("the endpoint cannot be reached, or the connection broke ("
                            + e.getClass().getSimpleName() + ")");
        } finally {
            deadline.cancel(false);
        }
    }

    /** Status and headers are there; to close the response in the orderly way would mean to read the rest of it. */
    private static ClassicHttpResponse hangingUp(HttpPost request, ClassicHttpResponse response) {
        request.cancel();
        Closer.closeQuietly(response);
        return response;
    }

    private static HttpPost request(EndpointUrl url, SignedMessage message) {
        var request = new HttpPost(url.uri());
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", message.timestamp());
        request.setHeader("webhook-signature", message.signatures());
        request.setEntity(new ByteArrayEntity(message.body(), ContentType.parse(WebhookEvent.CONTENT_TYPE)));
        return request;
    }

    private Answer late() {
        return Answer.Failed.because("the endpoint did not answer within " + timeout.toMillis() + " ms");
    }

    private Answer read(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new Answer.Accepted();
        }
        return switch (status) {
            case 410 -> new Answer.Gone();
            case 429, 503 -> new Answer.Failed("the endpoint answered " + status, RetryAfter.of(response, clock));
            default -> Answer.Failed.because("the endpoint answered " + status);
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** Were an address ever lost on its way through the client, the request would fail rather than go elsewhere. */
    private static final class NoSecondLook implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("hosts are resolved once, when they are checked");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("hosts are resolved once, when they are checked");
        }
    }
}
