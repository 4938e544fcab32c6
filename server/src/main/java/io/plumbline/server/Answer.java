package io.plumbline.server;

import java.io.OutputStream;
import java.util.function.Consumer;

/** What an operation answers when all went well; the status is the one that the document gives. */
sealed interface Answer {
    /** A record as JSON. */
    record Json(Object value) implements Answer {}

    /** Text of a media type. */
    record Text(String type, String text) implements Answer {}

    /** A file to be kept. */
    record File(String type, String name, Consumer<OutputStream> content) implements Answer {}

    /** Go elsewhere. */
    record Redirect(String to) implements Answer {}

    /** A page for somebody whose browser came by itself. */
    record Page(int status, String html) implements Answer {}

    /** Nothing to say. */
    record Nothing() implements Answer {}

    /** Answered by the operation itself, such as a stream of events. */
    record Done() implements Answer {}
}
