package io.meshwork.messaging.testkit.architecture.canary;

import org.springframework.beans.factory.annotation.Value;

/** Takes a setting without a record. */
final class SettingByValue {

    SettingByValue(@Value("${mesh.wait}") String wait) {}
}
