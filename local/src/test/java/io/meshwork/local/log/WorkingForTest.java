package io.meshwork.local.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class WorkingForTest {

    @Test
    void whatAPartStartsWorksForIt() throws Exception {
        var seen = new CompletableFuture<String>();
        Thread.ofPlatform()
                .start(() -> {
                    WorkingFor.part("catalog");
                    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
                        pool.submit(() -> Thread.ofVirtual().start(() -> seen.complete(WorkingFor.current())));
                    }
                })
                .join();

        assertThat(seen.get()).isEqualTo("catalog");
        assertThat(WorkingFor.current()).isEqualTo("mesh");
    }

    @Test
    void aPoolOfEverybodyWorksForNobody() throws Exception {
        Thread.ofPlatform()
                .start(() -> {
                    WorkingFor.part("policy");
                    ForkJoinPool.commonPool().submit(() -> {}).join();
                })
                .join();

        assertThat(CompletableFuture.supplyAsync(WorkingFor::current, ForkJoinPool.commonPool())
                        .get())
                .isEqualTo("mesh");
    }
}
