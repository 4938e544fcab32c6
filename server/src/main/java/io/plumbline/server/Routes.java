package io.plumbline.server;

import java.util.function.BiConsumer;

/** A part of the server: the deeds for some operations of the document. */
@FunctionalInterface
interface Routes {
    /** Tells each operation's id and deed. */
    void add(BiConsumer<String, Deed> routes);
}
