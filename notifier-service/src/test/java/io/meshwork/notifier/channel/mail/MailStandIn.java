package io.meshwork.notifier.channel.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A mail server (GreenMail) behind a door that is shut, answers in its place, or breaks, as told. */
public final class MailStandIn implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Set<String> breaks = ConcurrentHashMap.newKeySet();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket door;

    private MailStandIn() throws IOException {
        // it logs every mail whose sender hangs up, in full
        ((Logger) LoggerFactory.getLogger("com.icegreen")).setLevel(Level.OFF);
        server.start();
        door = open(0);
        port = door.getLocalPort();
    }

    public static MailStandIn start() {
        try {
            return new MailStandIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Who logs in must be this one. */
    public void expectUser(String name, String password) {
        server.setUser(name, password);
    }

    /** Lines of the client that begin so get this answer; an empty one is silence. An empty beginning stands for the greeting. */
    public void answer(String beginning, String reply) {
        replies.put(beginning.toLowerCase(Locale.ROOT), reply);
    }

    /** No line is answered but by the server. */
    public void answerNothing() {
        replies.clear();
    }

    /** The next mail to this address is taken, and the connection breaks before the server can say so. */
    public void breakAfterMailTo(String address) {
        breaks.add(address);
    }

    /** Nobody listens, and whoever is connected is cut off. */
    public void shut() {
        try {
            door.close();
            for (var client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the same port again. */
    public void open() {
        try {
            door = open(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket open(int number) throws IOException {
        var opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), number));
        Thread.startVirtualThread(() -> accept(opened));
        return opened;
    }

    public List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> header(mail, "To").equals(address))
                .toList();
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return String.valueOf(mail.getHeader(name, null));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept(ServerSocket here) {
        while (!here.isClosed()) {
            try {
                var client = here.accept();
                clients.add(client);
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException shut) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var upstream = new Socket("127.0.0.1", server.getSmtp().getPort())) {
            var toClient = client.getOutputStream();
            var greeting = replies.get("");
            if (greeting != null) {
                write(greeting, toClient);
                return;
            }
            new Conversation(client, upstream).hold();
        } catch (IOException gone) {
            // the one side or the other has hung up
        } finally {
            clients.remove(client);
        }
    }

    private final class Conversation {

        private final Socket client;
        private final Socket upstream;
        private boolean inMail;
        private volatile boolean breaking;
        private String recipient = "";

        Conversation(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void hold() throws IOException {
            Thread.startVirtualThread(this::passAnswersOn);
            var lines = reader(client);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var reply = inMail && !line.equals(".") ? null : reply(line);
                if (reply != null && !reply.isEmpty()) {
                    write(reply, client.getOutputStream());
                } else if (reply == null) {
                    breaking = inMail && line.equals(".") && breaks.remove(recipient);
                    write(line, upstream.getOutputStream());
                }
                follow(line, reply);
            }
        }

        private void follow(String line, @Nullable String reply) {
            if (inMail) {
                inMail = !line.equals(".");
            } else if (line.toUpperCase(Locale.ROOT).startsWith("RCPT TO:<")) {
                recipient = line.substring("RCPT TO:<".length(), line.indexOf('>'));
            } else if (line.equalsIgnoreCase("DATA")) {
                inMail = reply == null;
            }
        }

        private void passAnswersOn() {
            try (client) {
                var lines = reader(upstream);
                for (var line = lines.readLine(); line != null && !breaking; line = lines.readLine()) {
                    write(line, client.getOutputStream());
                }
            } catch (IOException gone) {
                // the one side or the other has hung up
            }
        }
    }

    private @Nullable String reply(String line) {
        var words = line.toLowerCase(Locale.ROOT);
        return replies.entrySet().stream()
                .filter(reply -> words.startsWith(reply.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        shut();
        server.stop();
    }
}
