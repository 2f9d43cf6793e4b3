package io.meshwork.messaging.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.meshwork.messaging.security.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

class CallerArgumentTest {

    @RestController
    static class Things {

        @PutMapping("/keyed")
        String keyed(Asker asker) {
            return asker.caller().name() + " " + asker.token() + " " + asker.key();
        }

        @GetMapping("/looking")
        String looking(Question question) {
            return question.place() + " " + question.since() + " "
                    + question.patience().atMost();
        }

        @PutMapping("/patient")
        String patient(Asker asker) {
            return asker.patience().atMost().toString();
        }

        @PutMapping("/waiting")
        String waiting(OutcomeWait wait) {
            return wait.atMost().toString();
        }

        @PutMapping("/proven")
        String proven(Credentials credentials) {
            return credentials.caller().name() + " " + credentials.token();
        }
    }

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new ProblemAdvice())
            .setCustomArgumentResolvers(
                    new CallerArgument(token -> new Caller.Verified("ci", Set.of("shop"), Set.of())))
            .build();

    @Test
    void tellsWhoAsksByWhichTokenAndWithWhichKey() throws Exception {
        mvc.perform(put("/keyed").header("Authorization", "bearer abc").header("Idempotency-Key", "k-1"))
                .andExpect(content().string("ci abc k-1"));
        mvc.perform(put("/keyed")).andExpect(content().string("ci null null"));
        mvc.perform(put("/proven").header("Authorization", "Bearer abc"))
                .andExpect(content().string("ci abc"));
    }

    @Test
    void tellsHowLongTheyWait() throws Exception {
        mvc.perform(put("/patient")).andExpect(content().string("PT5S"));
        mvc.perform(put("/patient").header("Prefer", "wait=20"))
                .andExpect(content().string("PT20S"));
        mvc.perform(put("/patient").header("Prefer", "return=minimal").header("Prefer", "respond-async, Wait = 0"))
                .andExpect(content().string("PT0S"));
        mvc.perform(put("/patient").header("Prefer", "wait=999999"))
                .andExpect(content().string("PT1M"));
        mvc.perform(put("/waiting").header("Prefer", "wait=20"))
                .andExpect(content().string("PT20S"));
        for (String wait : new String[] {"wait=soon", "wait=-1", "wait=1.5", "wait=12345678901"}) {
            mvc.perform(put("/patient").header("Prefer", wait))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("\"code\":\"prefer.invalid\"")));
        }
    }

    @Test
    void doesNotWaitForWhoOnlyLooksUnlessTheySaySo() throws Exception {
        mvc.perform(get("/looking")).andExpect(content().string("/looking null PT0S"));
        mvc.perform(get("/looking").header("Prefer", "wait=3"))
                .andExpect(content().string("/looking null PT3S"));
    }

    @Test
    void tellsWhereAndSinceWhenTheyAsk() throws Exception {
        mvc.perform(get("/looking?since=2026-03-01T10:00:00Z"))
                .andExpect(content().string("/looking 2026-03-01T10:00:00Z PT0S"));
        mvc.perform(get("/looking?since=yesterday"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("'since' must be a point in time")));
    }

    @Test
    void refusesAKeyThatNobodyCanMean() throws Exception {
        for (String key : new String[] {" ", "k".repeat(256)}) {
            mvc.perform(put("/keyed").header("Idempotency-Key", key))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("\"code\":\"idempotency-key.invalid\"")));
        }
    }
}
