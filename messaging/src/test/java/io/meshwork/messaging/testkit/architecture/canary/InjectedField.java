package io.meshwork.messaging.testkit.architecture.canary;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** Is not whole when it is made. */
final class InjectedField {

    @Autowired
    private Clock clock;
}
