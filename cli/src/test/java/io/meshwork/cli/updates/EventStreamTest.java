package io.meshwork.cli.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    @Test
    void readsEventsAsTheStandardHasThem() throws IOException {
        assertThat(heard("retry: 3000\n\n:\nid: 1-a\n\nid: 2-b\nevent: published\ndata: {\"a\":\ndata: 1}\n\n"))
                .containsExactly("retry 3000", "reached 1-a", "published {\"a\":\n1}", "reached 2-b");
    }

    @Test
    void takesAnyLineEndAndNoSpaceAndFieldsItDoesNotKnow() throws IOException {
        assertThat(heard("id:1\r\nevent:x\r\ncolour: red\r\ndata:d\r\n\r\nretry: soon\n\ndata: e\n\n"))
                .containsExactly("x d", "reached 1", "reached 1", " e", "reached 1");
    }

    @Test
    void tellsNoEventThatWasCut() throws IOException {
        assertThat(heard("id: 1\nevent: x\ndata: whole\n\nid: 2\nevent: x\ndata: half\n"))
                .containsExactly("x whole", "reached 1");
    }

    private static List<String> heard(String stream) throws IOException {
        var heard = new ArrayList<String>();
        new EventStream(new EventStream.Listener() {
                    @Override
                    public void event(String type, String data) {
                        heard.add(type + " " + data);
                    }

                    @Override
                    public void reached(String id) {
                        heard.add("reached " + id);
                    }

                    @Override
                    public void retryAfter(Duration pause) {
                        heard.add("retry " + pause.toMillis());
                    }

                    @Override
                    public void alive() {}
                })
                .read(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        return heard;
    }
}
