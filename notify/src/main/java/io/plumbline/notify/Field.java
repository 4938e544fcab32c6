package io.plumbline.notify;

import java.util.List;

/**
 * Something that a channel needs to know.
 *
 * @param name the key in the channel's settings, or in its secrets
 * @param title what people call it
 * @param hint an example, or what it is for
 * @param choices the values there are, the first of which is taken where none is given; empty if any text will do
 */
public record Field(
        String name, String title, String hint, boolean secret, boolean required, Form form, List<String> choices) {
    /** Whether plain HTTP will do, which an Admin says for a server of the company's own network. */
    static final Field ALLOW_HTTP = choice(
            "allowHttp", "Allow plain HTTP", "Only for a server of your own network that has no TLS", "no", "yes");

    /** What a value must look like. */
    public enum Form {
        TEXT,
        URL,
        NUMBER
    }

    public Field {
        choices = List.copyOf(choices);
    }

    static Field text(String name, String title, String hint) {
        return new Field(name, title, hint, false, true, Form.TEXT, List.of());
    }

    static Field url(String name, String title, String hint) {
        return new Field(name, title, hint, false, true, Form.URL, List.of());
    }

    static Field number(String name, String title, String hint) {
        return new Field(name, title, hint, false, true, Form.NUMBER, List.of());
    }

    static Field choice(String name, String title, String hint, String... choices) {
        return new Field(name, title, hint, false, false, Form.TEXT, List.of(choices));
    }

    /** The same, sealed and never shown. */
    Field kept() {
        return new Field(name, title, hint, true, required, form, choices);
    }

    /** The same, which may be left out. */
    Field orNot() {
        return new Field(name, title, hint, secret, false, form, choices);
    }
}
