package io.meshwork.local.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.meshwork.cli.connection.LocalAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortsTest {

    @Test
    void defaultPortsAreThoseOfTheGuide() {
        Ports ports = Ports.fromBase(Ports.DEFAULT_BASE);

        assertThat(ports.of(Port.CATALOG)).isEqualTo(7080);
        assertThat(ports.of(Port.SLACK)).isEqualTo(7084);
        assertThat(ports.of(Port.REGISTRY_MANAGEMENT)).isEqualTo(7086);
        assertThat(ports.of(Port.BROKER)).isEqualTo(7092);
        assertThat(ports.of(Port.POSTGRES)).isEqualTo(7432);
    }

    @Test
    void areWhereTheCommandsLookForThem() {
        LocalAddresses addresses = new LocalAddresses(8080);
        Ports ports = Ports.fromBase(8080);

        assertThat(addresses.catalog()).endsWith(":" + ports.of(Port.CATALOG));
        assertThat(addresses.registry()).contains(":" + ports.of(Port.REGISTRY) + "/");
        assertThat(addresses.broker()).endsWith(":" + ports.of(Port.BROKER));
        assertThat(new LocalAddresses(Ports.DEFAULT_BASE)).isEqualTo(LocalAddresses.byDefault());
    }

    @Test
    void anotherBaseMovesAllPortsByTheSameDistance() {
        assertThat(Ports.fromBase(9080).of(Port.POSTGRES)).isEqualTo(9432);
    }

    @Test
    void baseZeroMeansDistinctFreePorts() {
        Ports ports = Ports.fromBase(0);

        assertThat(ports.numbers().values()).doesNotHaveDuplicates().hasSize(Port.values().length);
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void refusesBasesWithPrivilegedOrImpossiblePorts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.fromBase(1023))
                .withMessageContaining("--port-base 8080");
        assertThatCode(() -> Ports.fromBase(1024)).doesNotThrowAnyException();
        assertThatCode(() -> Ports.fromBase(65_183)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.fromBase(65_184));
    }

    @Test
    void readsABaseAsPeopleWriteIt() {
        assertThat(Ports.base("0")).isZero();
        assertThat(Ports.base("9100")).isEqualTo(9100);
        for (String wrong : List.of("foo", "-1", "80", "70000", "99999999999", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ports.base(wrong))
                    .withMessageStartingWith("port base " + wrong + " is not usable");
        }
    }

    @Test
    void namesEveryTakenPortItsPurposeAndTheWayOut() {
        Set<Integer> taken = Set.of(7080, 7432);

        assertThatExceptionOfType(PortsTakenException.class)
                .isThrownBy(() -> Ports.fromBase(7080).requireFree(taken::contains))
                .withMessageContaining("Port 7080, needed for the catalog service,")
                .withMessageContaining("Port 7432, needed for PostgreSQL,")
                .withMessageContaining("--port-base");
    }

    @Test
    void seesThatAPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isTaken(other.getLocalPort())).isTrue();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheProcessThatHasThePort() throws IOException {
        try (ServerSocket ours = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortOwner.of(ours.getLocalPort()))
                    .get()
                    .extracting(PortOwner::pid)
                    .isEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void tellsAnotherMeshByItsStateFolder() {
        PortOwner owner =
                new PortOwner(17, "/jdk/bin/java -Dmesh.home=/home/ada/.mesh -Xmx512m io.meshwork.local.Main up");

        assertThat(owner.describe()).isEqualTo("another mesh (process 17, state in /home/ada/.mesh)");
    }

    @Test
    void aCommandOfManyLinesIsToldInOne() {
        String told = new PortOwner(17, "python3 -c \nimport http.server\n\n\tserve(" + "x".repeat(100)).describe();

        assertThat(told)
                .startsWith("process 17 (python3 -c import http.server serve(xxx")
                .endsWith("x…)");
        assertThat(told).hasSize("process 17 ()".length() + 80);
    }
}
