package io.meshwork.local;

import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PartState.Running;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a service answers. */
record ServiceAddress(String name, int port) {

    private static final String VERSION = version();

    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    URI readiness() {
        return url().resolve("/actuator/health/readiness");
    }

    PartState state(@Nullable Running process) {
        return new PartState(name, port, VERSION, process, readiness(), url());
    }

    private static String version() {
        String version = ServiceAddress.class.getPackage().getImplementationVersion();
        return version == null ? "from classes" : version;
    }
}
