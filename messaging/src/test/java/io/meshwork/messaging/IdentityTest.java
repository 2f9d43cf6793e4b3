package io.meshwork.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void isANameBasedUuidOfVersionFive() {
        UUID id = Identity.of("/orders", "42");

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void isTheSameForTheSameParts() {
        assertThat(Identity.of("/orders", "42")).isEqualTo(Identity.of("/orders", "42"));
    }

    @Test
    void doesNotChangeBetweenReleases() {
        assertThat(Identity.of("a", "b")).isEqualTo(UUID.fromString("73581daf-8f35-567d-b4ce-6adfa496c5eb"));
    }

    @Test
    void keepsPartsApart() {
        assertThat(Identity.of("a", "bc")).isNotEqualTo(Identity.of("ab", "c"));
        assertThat(Identity.of("a", "")).isNotEqualTo(Identity.of("a"));
        assertThat(Identity.of("a", "b")).isNotEqualTo(Identity.of("b", "a"));
    }

    @Test
    void tellsPayloadsApart() {
        assertThat(Identity.payloadHash(new byte[] {1})).isEqualTo(Identity.payloadHash(new byte[] {1}));
        assertThat(Identity.payloadHash(new byte[] {1})).isNotEqualTo(Identity.payloadHash(new byte[] {2}));
    }
}
