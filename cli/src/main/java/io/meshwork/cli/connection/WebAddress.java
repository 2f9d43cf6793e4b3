package io.meshwork.cli.connection;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Addresses of services, as people give them. */
final class WebAddress {

    private WebAddress() {}

    /** @throws ParameterException when the address is none of a web server */
    static URI checked(URI address, String option, String example, CommandSpec command) {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new ParameterException(
                    command.commandLine(), option + " `" + address + "`: write an address such as " + example);
        }
        return address;
    }
}
