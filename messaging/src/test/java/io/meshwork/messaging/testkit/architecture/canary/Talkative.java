package io.meshwork.messaging.testkit.architecture.canary;

/** Writes to the console. */
final class Talkative {

    void talk() {
        System.out.println("hello");
    }
}
