package io.meshwork.messaging.boot;

import java.util.Map;
import org.springframework.cloud.stream.binding.Bindable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;

/**
 * Input bindings that the {@link TopicsGate} creates when the broker is there. Creating one asks the broker for the topic's
 * partitions, whether it is started or not, so the framework's own bindings hold up the start of the context for minutes and are
 * replaced by ones that can never be started.
 */
final class LateInputBindings extends InputBindingLifecycle {

    private final BindingService bindings;
    private final Map<String, Bindable> bindables;

    LateInputBindings(BindingService bindings, Map<String, Bindable> bindables) {
        super(bindings, bindables);
        this.bindings = bindings;
        this.bindables = bindables;
    }

    /** All or nothing: another try after half of it would consume twice. */
    @Override
    public void start() {
        try {
            super.start();
        } catch (RuntimeException e) {
            bindables.values().forEach(bindable -> bindable.unbindInputs(bindings));
            throw e;
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }
}
