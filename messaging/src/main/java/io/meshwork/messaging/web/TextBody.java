package io.meshwork.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The body of a request as text; never more of it is read than it may have.
 *
 * @param most in bytes
 * @param what the body is, as problems name it
 * @param code what their codes begin with
 */
public record TextBody(int most, String what, String code) {

    /** @throws ProblemException 413 when it is too large, 400 when it is not UTF-8 */
    public String read(HttpServletRequest request) throws IOException {
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
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "encoding",
                    "Not UTF-8",
                    "The body is not UTF-8 text; save it as UTF-8 and send it again.");
        }
    }

    public ProblemException tooLarge() {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "Too large",
                what + " may have at most " + most / 1024 + " KiB; shorten or split it.");
    }

    private ProblemException problem(HttpStatus status, String suffix, String title, String detail) {
        return new ProblemException(status, code + "." + suffix, title, detail, List.of());
    }
}
