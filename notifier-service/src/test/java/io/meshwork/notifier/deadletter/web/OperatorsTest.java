package io.meshwork.notifier.deadletter.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.security.DomainAuthorizer;
import io.meshwork.messaging.web.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private final Operators operators = new Operators(new DomainAuthorizer());

    @Test
    void letOnlyOpsSeeWhatAnybodySent() {
        assertThatCode(() -> operators.require(new Caller.Verified("ada", Set.of(), Set.of("ops"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> operators.require(new Caller.Verified("bob", Set.of("*"), Set.of("governance"))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("operate the mesh");
        assertThatThrownBy(() -> operators.require(new Caller.Unproven("anonymous", "no token came")))
                .hasMessageContaining("no token came");
    }
}
