package io.meshwork.policy.authorization.kafka;

import io.meshwork.events.AccessPrincipal;
import io.meshwork.events.AccessRequested;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.policy.access.Principal;
import io.meshwork.policy.authorization.AccessAnswer;
import io.meshwork.policy.authorization.AccessDesk;
import io.meshwork.policy.authorization.AccessForm;
import io.meshwork.policy.authorization.AccessForm.Asked;
import io.meshwork.policy.authorization.AccessForm.Reading;
import io.meshwork.policy.authorization.AccessQuestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component("accessRequested")
class AccessRequestedListener extends TopicListener<AccessRequested> {

    private final AccessForm form;
    private final AccessDesk desk;

    AccessRequestedListener(AccessForm form, AccessDesk desk) {
        super("access.requested", AccessRequested.class);
        this.form = form;
        this.desk = desk;
    }

    @Override
    public String expectedKey(AccessRequested value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<AccessRequested> batch) {
        List<Event<AccessRequested>> events = new ArrayList<>();
        List<AccessQuestion> questions = new ArrayList<>();
        for (Event<AccessRequested> event : batch.events()) {
            switch (form.read(event.caller(), asked(event.require()))) {
                case Reading.Valid(var question) -> {
                    events.add(event);
                    questions.add(question);
                }
                case Reading.Invalid(var faults) ->
                    batch.refuse(
                            event,
                            "access.invalid: "
                                    + faults.stream()
                                            .map(fault -> fault.pointer() + ": " + fault.message())
                                            .collect(Collectors.joining("; ")));
                case Reading.Denied(var reason) -> batch.refuse(event, "access.denied: " + reason);
            }
        }
        List<AccessAnswer> answers = desk.answer(questions);
        for (int i = 0; i < answers.size(); i++) {
            DecisionRecords.announce(batch, events.get(i), answers.get(i));
        }
    }

    private static Asked asked(AccessRequested value) {
        return new Asked(
                value.getProductId(),
                principal(value.getPrincipal()),
                value.getPurpose(),
                value.getAction(),
                value.getPort(),
                value.getTeam());
    }

    private static @Nullable Principal principal(@Nullable AccessPrincipal given) {
        return given == null
                ? null
                : new Principal(given.getId(), set(given.getGroups()), set(given.getDomains()), set(given.getRoles()));
    }

    private static Set<String> set(List<String> texts) {
        return new HashSet<>(texts);
    }
}
