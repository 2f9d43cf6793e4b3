package io.meshwork.messaging.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is refused before any of our code runs tells as much as what our code refuses. */
class RefusedRequestsTest {

    @RestController
    static class Things {

        @GetMapping("/api/v1/things")
        String list(@RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String domain) {
            return limit + domain;
        }

        record Wanted(String colour, Integer size) {}

        @GetMapping("/api/v1/wanted")
        String list(@ModelAttribute Wanted wanted) {
            return wanted.colour() + wanted.size();
        }

        @PostMapping(path = "/api/v1/things", consumes = MediaType.APPLICATION_JSON_VALUE)
        String add(@RequestBody String thing) {
            return thing;
        }
    }

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Things())
            .setControllerAdvice(new ProblemAdvice())
            .addInterceptors(new KnownParameters())
            .build();

    @Test
    void answersAPathThatIsNotThere() throws Exception {
        mvc.perform(get("/api/v1/thinks"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(containsString("\"code\":\"no-such-path\"")))
                .andExpect(content().string(containsString("\"type\":\"urn:meshwork:problem:no-such-path\"")));
    }

    @Test
    void namesTheMethodsThatAreAllowed() throws Exception {
        mvc.perform(delete("/api/v1/things"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(content().string(containsString("\"code\":\"method-not-allowed\"")))
                .andExpect(content().string(containsString("GET")))
                .andExpect(content().string(containsString("POST")));
    }

    @Test
    void namesTheContentTypesItReads() throws Exception {
        mvc.perform(post("/api/v1/things")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<a/>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().string(containsString("\"code\":\"unsupported-media-type\"")))
                .andExpect(content().string(containsString("application/json")));
    }

    @Test
    void saysWhatAParameterMustBe() throws Exception {
        mvc.perform(get("/api/v1/things").queryParam("limit", "many"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("\"code\":\"invalid-request\"")))
                .andExpect(content().string(containsString("\"detail\":\"'limit' must be a number, not 'many'\"")));
    }

    @Test
    void refusesAParameterItDoesNotKnow() throws Exception {
        mvc.perform(get("/api/v1/things").queryParam("domian", "shop"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("\"code\":\"unknown-parameter\"")))
                .andExpect(content().string(containsString("domian")))
                .andExpect(content().string(containsString("\"message\":\"unknown; it takes domain, limit\"")));
    }

    @Test
    void takesTheParametersItKnows() throws Exception {
        mvc.perform(get("/api/v1/things").queryParam("domain", "shop").queryParam("limit", "5"))
                .andExpect(status().isOk())
                .andExpect(content().string("5shop"));
    }

    @Test
    void treatsParametersOfARecordLikeAnyOther() throws Exception {
        mvc.perform(get("/api/v1/wanted").queryParam("colour", "red").queryParam("size", "5"))
                .andExpect(status().isOk())
                .andExpect(content().string("red5"));
        mvc.perform(get("/api/v1/wanted").queryParam("color", "red"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("\"message\":\"unknown; it takes colour, size\"")));
        mvc.perform(get("/api/v1/wanted").queryParam("size", "big"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("\"detail\":\"'size' must be a number, not 'big'\"")));
    }
}
