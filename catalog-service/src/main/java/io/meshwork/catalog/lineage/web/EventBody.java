package io.meshwork.catalog.lineage.web;

import io.meshwork.messaging.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The events in the body of a request. */
final class EventBody {

    /** Of one event or of a list of them; each event must fit into a record of its own. */
    private static final DataSize MOST = DataSize.ofMegabytes(8);

    private EventBody() {}

    /** @throws ProblemException 413 when it is too large, 400 when it is not UTF-8 */
    static String read(HttpServletRequest request) throws IOException {
        int most = Math.toIntExact(MOST.toBytes());
        if (request.getContentLengthLong() > most) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "lineage.encoding", "Not UTF-8", "The body is not UTF-8 text.", List.of());
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "lineage.too-large",
                "Too much at once",
                "A request may have at most " + MOST.toMegabytes() + " MiB; send shorter lists of events.",
                List.of());
    }
}
