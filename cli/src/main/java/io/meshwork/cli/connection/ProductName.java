package io.meshwork.cli.connection;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A product, or one version of it, as people write it: {@code cart.orders} or {@code cart.orders@1.2.0}.
 *
 * @param version null when none was named
 */
public record ProductName(String id, @Nullable String version) {

    public String path() {
        return "products/" + ApiClient.encoded(id);
    }

    public String path(String otherwise) {
        return path() + "/versions/" + ApiClient.encoded(version == null ? otherwise : version);
    }

    @Override
    public String toString() {
        return version == null ? id : id + "@" + version;
    }

    /** Reads what people write. */
    public static final class Converter implements ITypeConverter<ProductName> {

        @Override
        public ProductName convert(String value) {
            int at = value.indexOf('@');
            String id = at < 0 ? value : value.substring(0, at);
            if (!id.matches("[^./@]+\\.[^/@]+") || value.endsWith("@")) {
                throw new TypeConversionException(
                        "`" + value + "` is no product; write domain.name, or domain.name@version");
            }
            return new ProductName(id, at < 0 ? null : value.substring(at + 1));
        }
    }
}
