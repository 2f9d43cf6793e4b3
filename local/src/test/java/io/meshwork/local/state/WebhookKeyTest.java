package io.meshwork.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookKeyTest {

    @Test
    void isMadeOnceAndKeptForItsOwnerAlone(@TempDir Path home) throws IOException {
        Path file = home.resolve("webhook.key");

        String key = WebhookKey.in(file);

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(WebhookKey.in(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
