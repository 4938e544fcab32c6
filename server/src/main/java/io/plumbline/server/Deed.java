package io.plumbline.server;

/** What is done for an operation. */
@FunctionalInterface
interface Deed {
    /** Does it; throws {@link Problem} or {@link io.plumbline.model.BadInput} if it cannot be done as asked. */
    Answer answer(Request request);
}
