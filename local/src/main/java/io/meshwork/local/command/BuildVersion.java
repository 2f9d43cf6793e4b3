package io.meshwork.local.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar we run from. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {"mesh " + (version == null ? "from classes" : version)};
    }
}
