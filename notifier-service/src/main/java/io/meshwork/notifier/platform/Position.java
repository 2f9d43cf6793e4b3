package io.meshwork.notifier.platform;

/**
 * How far a service has read a partition.
 *
 * @param topic without the mesh's prefix and the version
 * @param read records from the beginning of the partition that it is done with, 0 when it never was there
 * @param written records from the beginning of the partition that it could have read
 */
public record Position(String service, String topic, int partition, long read, long written) {

    long lag() {
        return Math.max(0, written - read);
    }
}
