package io.meshwork.catalog.product.web;

import io.meshwork.contract.read.ContractReader;
import io.meshwork.messaging.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The contract in the body of a request; never more of it is read than a contract may have. */
final class DocumentBody {

    private DocumentBody() {}

    /** @throws ProblemException 413 when it is too large, 400 when it is not UTF-8 */
    static String read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > ContractReader.MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(ContractReader.MAX_BYTES + 1);
        if (body.length > ContractReader.MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "submission.encoding",
                    "Not UTF-8",
                    "The body is not UTF-8 text; save the contract as UTF-8 and send it again.",
                    List.of());
        }
    }

    static ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "submission.too-large",
                "Contract too large",
                "A contract may have at most " + ContractReader.MAX_BYTES / 1024
                        + " KiB; shorten descriptions, or split the product.",
                List.of());
    }
}
