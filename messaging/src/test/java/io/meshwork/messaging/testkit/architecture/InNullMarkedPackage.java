package io.meshwork.messaging.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

final class InNullMarkedPackage extends ArchCondition<JavaClass> {

    InNullMarkedPackage() {
        super("be in a @NullMarked package");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
                type,
                marked,
                type.getName() + ": the package-info.java of " + type.getPackageName() + (marked ? " is" : " is not")
                        + " @NullMarked"));
    }
}
