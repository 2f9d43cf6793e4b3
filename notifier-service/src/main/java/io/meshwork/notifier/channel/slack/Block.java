package io.meshwork.notifier.channel.slack;

import java.net.URI;
import java.util.List;

/**
 * The parts of <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit</a> in use, named as in its JSON.
 */
sealed interface Block {

    String type();

    record Header(String type, SlackText text) implements Block {

        static final int LIMIT = 150;

        static Header of(String words) {
            return new Header("header", SlackText.plain(words, LIMIT));
        }
    }

    record Section(String type, SlackText text) implements Block {

        static final int LIMIT = 3_000;

        static Section of(String words) {
            return new Section("section", SlackText.lines(words, LIMIT));
        }

        /** @param called {@code here}, {@code channel}, or ids of users and user groups; from the configuration */
        static Section calling(List<String> called) {
            return new Section("section", SlackText.mentions(called));
        }
    }

    /** Two columns: a label and its value. */
    record Fields(String type, List<SlackText> fields) implements Block {

        static final int LIMIT = 2_000;

        static Fields of(List<SlackText> fields) {
            return new Fields("section", fields);
        }
    }

    record Actions(String type, List<Button> elements) implements Block {

        static Actions of(Button button) {
            return new Actions("actions", List.of(button));
        }
    }

    record Button(String type, SlackText text, URI url) {

        static final int LIMIT = 75;

        static Button of(String words, URI url) {
            return new Button("button", SlackText.plain(words, LIMIT), url);
        }
    }

    /** Small print. */
    record Context(String type, List<SlackText> elements) implements Block {

        static Context of(String words) {
            return new Context("context", List.of(SlackText.plain(words, Section.LIMIT)));
        }
    }
}
