package io.meshwork.notifier.channel.webhook.guard;

import java.net.InetAddress;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
public record Network(InetAddress base, int bits) {

    /** @throws IllegalArgumentException when it is not an address, a slash and the length of the prefix */
    public static Network of(String text) {
        var parts = text.strip().split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            throw unreadable(text);
        }
        var base = literal(parts[0], text);
        int bits = Integer.parseInt(parts[1]);
        if (bits > base.getAddress().length * Byte.SIZE) {
            throw unreadable(text);
        }
        return new Network(base, bits);
    }

    public boolean contains(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress literal(String address, String text) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(unreadable(text).getMessage(), e);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'" + text + "' is no network; write it as 10.0.0.0/8 or fd00::/8");
    }
}
