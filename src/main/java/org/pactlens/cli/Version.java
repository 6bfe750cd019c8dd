package org.pactlens.cli;

import picocli.CommandLine.IVersionProvider;

/** Version of the program, from the jar's manifest. */
final class Version implements IVersionProvider {
    /** As built; {@code development} where the classes lie in a folder. */
    static String current() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"pactlens " + current()};
    }
}
