package io.meshwork.messaging.sample;

import io.meshwork.messaging.DeadLetter;
import io.meshwork.messaging.DeadLetterListener;
import io.meshwork.messaging.Outcomes;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down the dead letters; one of them is too much for it. */
@Component("deadLetters")
class LettersListener extends DeadLetterListener {

    private final JdbcClient jdbc;

    LettersListener(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void handle(List<DeadLetter> letters, Outcomes outcomes) {
        for (DeadLetter letter : letters) {
            if ("sales.untellable".equals(letter.key())) {
                throw new IllegalStateException("a bug in the handler of dead letters");
            }
            jdbc.sql("insert into told (letter) values (?)").param(letter.key()).update();
        }
    }
}
