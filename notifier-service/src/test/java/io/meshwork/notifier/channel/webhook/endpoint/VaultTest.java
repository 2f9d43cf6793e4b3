package io.meshwork.notifier.channel.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Vault vault = vault(1);

    @Test
    void opensWhatItSealed() {
        var secret = vault.newSecret();
        var kept = vault.seal("orders", secret);

        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(kept).doesNotContain(secret.substring(6)).isNotEqualTo(vault.seal("orders", secret));
        assertThat(vault.open("orders", kept)).isEqualTo(secret);
    }

    @Test
    void isOfNoUseForAnotherEndpointAndUnderAnotherKey() {
        var kept = vault.seal("orders", vault.newSecret());

        assertThatThrownBy(() -> vault.open("other", kept)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault(2).open("orders", kept)).hasMessageContaining("mesh.webhooks.key");
        assertThatThrownBy(() -> vault.open("orders", kept.substring(8))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open("orders", "AA==")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotRepeatAKeyThatCannotBeRead() {
        assertThatThrownBy(() -> new Vault("hush", new SecureRandom()))
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("hush")
                .hasNoCause();
        assertThat(new Vault("", new SecureRandom()).isClosed()).isTrue();
    }

    @Test
    void theFormerSecretSignsUntilItsTimeIsOver() {
        var secrets = Secrets.first("old").rotated("new", NOW.plusSeconds(60), NOW);

        assertThat(secrets.signing(NOW.plusSeconds(59))).containsExactly("new", "old");
        assertThat(secrets.signing(NOW.plusSeconds(60))).containsExactly("new");
        assertThat(Secrets.first("leaked").rotated("new", NOW, NOW).signing(NOW))
                .containsExactly("new");
        assertThat(secrets.rotated("newest", NOW.plusSeconds(90), NOW).signing(NOW))
                .containsExactly("newest", "new");
    }

    private static Vault vault(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return new Vault(Base64.getEncoder().encodeToString(key), new SecureRandom());
    }
}
