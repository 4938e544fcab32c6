package io.plumbline.collect;

import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A place in an answer where people keep secrets: environment variables, user data, headers. A row holds {@link #text} instead of what
 * stands there: enough to see that it changed, that two things share it, and that it looks like a secret. {@code scan --keep-values}
 * keeps it as it is. Names (keys of maps) stay, and so do ARNs, which name the secret that is meant.
 *
 * @param path members as the API's model has them, with dots between; lists and maps on the way are gone through. What lies below the
 *     last member is sealed whole
 * @param when asked with what the member belongs to
 * @param kind how much is covered
 */
public record Seal(String path, Predicate<SdkPojo> when, Kind kind) {
    /** How much a seal covers. */
    public enum Kind {
        ALL,
        SUSPICIOUS,
        OUT
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Everything there. */
    public static Seal all(String path) {
        return new Seal(path, owner -> true, Kind.ALL);
    }

    /** What looks like a secret there; for options of which most are wanted. */
    public static Seal suspicious(String path) {
        return new Seal(path, owner -> true, Kind.SUSPICIOUS);
    }

    /** A credential: nothing is kept of it, not even for who asks to keep values. */
    public static Seal out(String path) {
        return new Seal(path, owner -> true, Kind.OUT);
    }

    /** Everything there if it belongs to such a structure. */
    @SuppressWarnings("unchecked")
    public static <T extends SdkPojo> Seal where(String path, Class<T> owner, Predicate<T> when) {
        return new Seal(path, pojo -> owner.isInstance(pojo) && when.test((T) pojo), Kind.ALL);
    }

    /** What a row holds instead: JSON with the SHA-256, the length in characters, and what it looks like, null for nothing. */
    static String text(String name, String value) {
        java.io.StringWriter out = new java.io.StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("sha256", RequestKey.sha256(value));
            json.writeNumberProperty("length", value.length());
            json.writeName("looks_like");
            SecretSigns.of(name, value).ifPresentOrElse(json::writeString, json::writeNull);
            json.writeEndObject();
        }
        return out.toString();
    }

    /** What is written of a text that this seal covers. */
    String written(String name, String value) {
        boolean open = value.isEmpty()
                || SecretSigns.isReference(value)
                || kind == Kind.SUSPICIOUS && SecretSigns.of(name, value).isEmpty();
        return open ? value : text(name, value);
    }
}
