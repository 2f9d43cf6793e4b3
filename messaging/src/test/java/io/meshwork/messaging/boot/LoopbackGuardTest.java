package io.meshwork.messaging.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.boot.MeshSettings.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void letsThePermissiveProfileListenOnLoopback(String address) {
        assertThatCode(() -> LoopbackGuard.check(Profile.LOCAL, address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void refusesThePermissiveProfileAnywhereElse(String address) {
        assertThatThrownBy(() -> LoopbackGuard.check(Profile.LOCAL, address))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server.address=127.0.0.1")
                .hasMessageContaining("mesh.profile=secured");
    }

    @Test
    void letsTheSecuredProfileListenEverywhere() {
        assertThatCode(() -> LoopbackGuard.check(Profile.SECURED, "0.0.0.0")).doesNotThrowAnyException();
    }
}
