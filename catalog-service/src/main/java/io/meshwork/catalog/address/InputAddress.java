package io.meshwork.catalog.address;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One way to read a declared input. A source such as {@code sales.orders} may be a product or a table; it is what exists, the
 * lowest rank first.
 *
 * @param ordinal place of the input in the contract, from 0
 * @param source as written
 * @param rank 0 for the most likely reading
 */
public record InputAddress(int ordinal, String source, int rank, Address address) {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,63}\\.[a-z0-9-]{1,63}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");
    private static final int MOST = 1_000;
    private static final int LONGEST = 1_000;

    public static List<InputAddress> of(DataProduct product) {
        List<InputPort> inputs = product.inputPorts();
        return IntStream.range(0, Math.min(inputs.size(), MOST))
                .boxed()
                .flatMap(ordinal -> of(ordinal, inputs.get(ordinal)))
                .toList();
    }

    private static Stream<InputAddress> of(int ordinal, InputPort input) {
        List<Address> readings = readings(input).stream()
                .distinct()
                .filter(address -> address.text().length() <= LONGEST)
                .toList();
        return IntStream.range(0, readings.size())
                .mapToObj(rank -> new InputAddress(ordinal, cut(input.source()), rank, readings.get(rank)));
    }

    private static List<Address> readings(InputPort input) {
        List<Address> readings = new ArrayList<>();
        String source = input.source().strip();
        if (input.contractId() != null) {
            readings.add(Address.contract(input.contractId()));
        }
        if (ID.matcher(source).matches()) {
            readings.add(Address.product(source));
        }
        if (input.domain() != null && NAME.matcher(source).matches()) {
            readings.add(Address.product(input.domain() + "." + source));
        }
        Location.read(source).ifPresentOrElse(readings::add, () -> readings.add(named(source)));
        return readings;
    }

    /** A table or topic whose server nobody states; a contract's input finds it, an observed dataset does not. */
    static Address named(String name) {
        return new Address("name:" + name.toLowerCase(Locale.ROOT));
    }

    private static String cut(String source) {
        return source.length() <= LONGEST ? source : source.substring(0, LONGEST);
    }
}
