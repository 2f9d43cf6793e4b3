package io.meshwork.notifier.channel.webhook.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes secrets of endpoints, and seals them for the database: AES-256 in Galois/Counter Mode with a nonce of its own for each. The id
 * of the endpoint is authenticated with the secret, so that a row's secret is of no use in another row.
 */
public final class Vault {

    /** Of a secret of Standard Webhooks. */
    public static final String PREFIX = "whsec_";

    private static final int KEY_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKey key;
    private final SecureRandom random;

    /**
     * @param key 32 bytes in Base64; null or empty for a vault that stays closed
     * @throws IllegalArgumentException when it is neither; the message does not repeat it
     */
    public Vault(@Nullable String key, SecureRandom random) {
        this.key = key == null || key.isBlank() ? null : new SecretKeySpec(decoded(key), "AES");
        this.random = random;
    }

    /** True when there is no key, so that nothing can be sealed or opened. */
    public boolean isClosed() {
        return key == null;
    }

    /** A new secret as its owner gets it. */
    public String newSecret() {
        return PREFIX + Base64.getEncoder().encodeToString(randomBytes(SECRET_BYTES));
    }

    public String seal(String endpointId, String secret) {
        var nonce = randomBytes(NONCE_BYTES);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, endpointId, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of endpoint '" + endpointId + "' cannot be encrypted", e);
        }
    }

    /** @throws IllegalStateException when it was sealed under another key or for another endpoint */
    public String open(String endpointId, String sealed) {
        try {
            var whole = Base64.getDecoder().decode(sealed);
            var nonce = Arrays.copyOf(whole, NONCE_BYTES);
            var secret = cipher(Cipher.DECRYPT_MODE, endpointId, nonce)
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the secret of endpoint '" + endpointId + "' was not encrypted under the present mesh.webhooks.key;"
                            + " set the former key again, or give the endpoint a new secret at once: mesh webhook rotate "
                            + endpointId + " --now",
                    e);
        }
    }

    private Cipher cipher(int mode, String endpointId, byte[] nonce) throws GeneralSecurityException {
        if (key == null) {
            throw new IllegalStateException("mesh.webhooks.key is not set");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(endpointId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Says what is wrong without repeating the key, also not as the cause. */
    @SuppressWarnings("UnusedException")
    private static byte[] decoded(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException(
                "mesh.webhooks.key is not 32 bytes in Base64; make one with: openssl rand -base64 32");
    }
}
