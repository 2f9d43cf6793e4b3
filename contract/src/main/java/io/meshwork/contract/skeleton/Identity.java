package io.meshwork.contract.skeleton;

/**
 * What no structure tells: which product it becomes, and who answers for it.
 *
 * @param domain {@code [a-z0-9-]{1,63}}
 * @param name {@code [a-z0-9-]{1,63}}
 * @param version semantic version
 */
public record Identity(String domain, String name, String version, String owner) {}
