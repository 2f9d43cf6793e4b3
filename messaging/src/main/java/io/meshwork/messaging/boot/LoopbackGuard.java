package io.meshwork.messaging.boot;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The permissive profile must not be reachable from elsewhere. */
final class LoopbackGuard {

    private LoopbackGuard() {}

    /** @throws IllegalStateException when everybody could do everything from anywhere */
    static void check(MeshSettings.Profile profile, @Nullable String address) {
        if (profile == MeshSettings.Profile.LOCAL && !isLoopback(address)) {
            throw new IllegalStateException(
                    "mesh.profile=local lets everybody do everything, so it listens on loopback only, but "
                            + "server.address is " + (address == null ? "every interface" : address)
                            + "; set server.address=127.0.0.1, or mesh.profile=secured with mesh.security.jwk-set-uri");
        }
    }

    private static boolean isLoopback(@Nullable String address) {
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
