package io.meshwork.contract.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.meshwork.contract.domain.DomainReader;
import io.meshwork.contract.template.TemplateReader;
import io.meshwork.contract.write.OdcsWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, they are read or refused; what is read can be written, and read again. */
class ContractReaderFuzz {

    static Stream<byte[]> documents() {
        return Stream.of(
                        "/contracts/everything.odcs.yaml",
                        "/contracts/everything-3.0.odcs.yaml",
                        "/contracts/shop.odps.yaml",
                        "/io/meshwork/contract/template/customer-events.yaml")
                .map(Documents::text)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("documents")
    @FuzzTest(maxDuration = "10s")
    void briefly(byte[] document) {
        read(document);
    }

    @Tag("long")
    @MethodSource("documents")
    @FuzzTest(maxDuration = "1h")
    void atLength(byte[] document) {
        read(document);
    }

    private static void read(byte[] document) {
        new DomainReader().read(document);
        if (new TemplateReader().read(document) instanceof TemplateReader.Result.Accepted accepted) {
            accepted.template().fill(Map.of());
        }
        if (new ContractReader().read(document) instanceof ReadResult.Accepted accepted) {
            DataProductJson.read(accepted.canonicalJson());
            new ContractReader().read(OdcsWriter.write(accepted.product()));
        }
    }
}
