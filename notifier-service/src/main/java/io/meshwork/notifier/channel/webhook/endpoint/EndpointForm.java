package io.meshwork.notifier.channel.webhook.endpoint;

import io.meshwork.notifier.channel.webhook.guard.Destinations;
import io.meshwork.notifier.channel.webhook.guard.EndpointUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An endpoint as asked for. */
public record EndpointForm(String id, String team, String url) {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");

    /** @param pointer to the field, as in JSON Pointer */
    public record Fault(String pointer, String message) {}

    /** Everything that is wrong with it; also looks whether requests may go there. */
    public List<Fault> faults(Destinations destinations) {
        var faults = new ArrayList<Fault>();
        if (!ID.matcher(id).matches()) {
            faults.add(new Fault("/id", "an id has 1 to 63 lower-case letters, digits and hyphens"));
        }
        if (!ID.matcher(team).matches()) {
            faults.add(new Fault("/team", "name the team that owns it: lower-case letters, digits and hyphens"));
        }
        switch (EndpointUrl.read(url)) {
            case EndpointUrl.Reading.Unreadable(var reason) -> faults.add(new Fault("/url", reason));
            case EndpointUrl.Reading.Readable(var readable) -> {
                if (faults.isEmpty()
                        && destinations.decide(readable) instanceof Destinations.Decision.Closed(var why)) {
                    faults.add(new Fault("/url", why));
                }
            }
        }
        return faults;
    }
}
