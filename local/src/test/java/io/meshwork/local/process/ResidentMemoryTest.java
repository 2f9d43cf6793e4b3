package io.meshwork.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void readsKibibytesFromTheKernelsStatus() {
        String status = "Name:\tjava\nVmPeak:\t 9 kB\nVmRSS:\t   2048 kB\nRssAnon:\t 1024 kB\n";

        assertThat(ResidentMemory.fromStatus(status, "VmRSS:")).hasValue(2L << 20);
        assertThat(ResidentMemory.fromStatus("Name:\tkthreadd\n", "VmRSS:")).isEmpty();
    }

    @Test
    void knowsOurOwn() {
        assertThat(ResidentMemory.of(ProcessHandle.current()).orElse(0)).isGreaterThan(10L << 20);
    }
}
