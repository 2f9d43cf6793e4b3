package io.meshwork.messaging.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.meshwork.messaging.DeadLetterListener;
import io.meshwork.messaging.TopicListener;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code @Component("productPublished") class ProductPublishedListener extends TopicListener<ProductPublished>}. */
final class ListenerNaming extends ArchCondition<JavaClass> {

    static final DescribedPredicate<JavaClass> LISTENERS = DescribedPredicate.describe(
            "listen to a topic",
            type -> (type.isAssignableTo(TopicListener.class) || type.isAssignableTo(DeadLetterListener.class))
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT));

    ListenerNaming() {
        super("be package-private, live in a kafka package, and be named after their binding and event");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        require(type, events, !type.getModifiers().contains(JavaModifier.PUBLIC), "is public");
        require(type, events, type.getPackageName().endsWith(".kafka"), "is not in a kafka package");
        String event = event(type).orElseGet(() -> capitalised(binding(type)));
        require(
                type,
                events,
                type.getSimpleName().equals(event + "Listener"),
                "should be called " + event + "Listener");
        require(type, events, capitalised(binding(type)).equals(event), "has the bean name '" + binding(type) + "'");
    }

    private static void require(JavaClass type, ConditionEvents events, boolean holds, String otherwise) {
        events.add(new SimpleConditionEvent(type, holds, type.getName() + " " + otherwise));
    }

    private static Optional<String> event(JavaClass type) {
        JavaType parent = type.getSuperclass().orElse(type);
        return parent instanceof JavaParameterizedType listener
                ? Optional.of(
                        listener.getActualTypeArguments().getFirst().toErasure().getSimpleName())
                : Optional.empty();
    }

    private static String binding(JavaClass type) {
        return type.tryGetAnnotationOfType(Component.class)
                .map(Component::value)
                .orElse("");
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
