package io.meshwork.quality.engine.duckdb.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final byte[] ASK = Wire.frame(new Request.Ask("rows", List.of("a", "b"), "select 1"));

    static List<Request> requests() {
        return List.of(
                new Request.Open("/data/ü 漢.csv", 512, 2, Duration.ofSeconds(60), 2048),
                new Request.Ask("SELECT * FROM x", List.of("orders", "\"odd\" \0 one"), "SELECT '\n'"),
                new Request.Ask("", List.of(), ""),
                new Request.Close());
    }

    static List<Answer.Told> answers() {
        return List.of(
                new Answer.Value(-0.5),
                new Answer.Value(Double.NaN),
                new Answer.Refused("no"),
                new Answer.Broken("Binder Error: ü"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void carriesRequest(Request request) throws IOException {
        assertThat(Wire.request(in(Wire.frame(request)))).contains(request);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void carriesAnswer(Answer.Told answer) throws IOException {
        assertThat(Wire.told(in(Wire.frame(answer)))).isEqualTo(answer);
    }

    @Test
    void endsBetweenFramesOnly() throws IOException {
        assertThat(Wire.request(in())).isEmpty();
        for (int length = 1; length < ASK.length; length++) {
            byte[] cut = Arrays.copyOf(ASK, length);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> Wire.request(in(cut)));
        }
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> Wire.told(in()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, Wire.LONGEST - 3, Integer.MAX_VALUE})
    void believesNoLengthOfFrame(int length) {
        byte[] hostile = ASK.clone();
        ByteBuffer.wrap(hostile).putInt(length);

        assertThatExceptionOfType(Garbled.class)
                .isThrownBy(() -> Wire.request(in(hostile)))
                .withMessageContaining(String.valueOf(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 1000, Integer.MAX_VALUE})
    void believesNoLengthWithinFrame(int length) {
        int rows = 6;
        int names = rows + 4 + "rows".length();
        for (int field : List.of(rows, names)) {
            byte[] hostile = ASK.clone();
            ByteBuffer.wrap(hostile).putInt(field, length);

            assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.request(in(hostile)));
        }
    }

    @Test
    void refusesFieldsThatDoNotFillTheFrame() {
        byte[] longer = Arrays.copyOf(ASK, ASK.length + 1);
        ByteBuffer.wrap(longer).putInt(longer.length - 4);
        byte[] shorter = Arrays.copyOf(Wire.frame(new Answer.Value(1)), 10);
        ByteBuffer.wrap(shorter).putInt(shorter.length - 4);

        assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.request(in(longer)));
        assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.told(in(shorter)));
    }

    @Test
    void refusesOtherVersionsAndKinds() {
        byte[] later = ASK.clone();
        later[4]++;

        assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.request(in(later)));
        assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.request(in(Wire.ready())));
        assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.told(in(ASK)));
        assertThatExceptionOfType(Garbled.class).isThrownBy(() -> Wire.awaitReady(in(ASK)));
    }

    private static ByteArrayInputStream in(byte... bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
