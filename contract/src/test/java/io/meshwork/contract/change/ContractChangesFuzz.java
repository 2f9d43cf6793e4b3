package io.meshwork.contract.change;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever became of a contract, its changes can be told both ways; a contract is no different from itself. */
class ContractChangesFuzz {

    private static final byte[] BEFORE = everything();

    static Stream<byte[]> documents() {
        return Stream.of(BEFORE);
    }

    @MethodSource("documents")
    @FuzzTest(maxDuration = "10s")
    void briefly(byte[] after) {
        compare(after);
    }

    @Tag("long")
    @MethodSource("documents")
    @FuzzTest(maxDuration = "1h")
    void atLength(byte[] after) {
        compare(after);
    }

    private static void compare(byte[] document) {
        if (new ContractReader().read(document) instanceof ReadResult.Accepted accepted) {
            DataProduct before = product(BEFORE);
            ContractChanges.between(before, accepted.product());
            ContractChanges.between(accepted.product(), before);
            List<Change> none = ContractChanges.between(accepted.product(), accepted.product());
            if (!none.isEmpty()) {
                throw new AssertionError("a contract is different from itself: " + none);
            }
        }
    }

    private static DataProduct product(byte[] document) {
        return ((ReadResult.Accepted) new ContractReader().read(document)).product();
    }

    private static byte[] everything() {
        try (InputStream in = ContractChangesFuzz.class.getResourceAsStream("/contracts/everything.odcs.yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
