/**
 * The Compliance Center over HTTP. What it answers to stands in {@code openapi.yaml}: the server takes paths, parameters, bodies and who
 * may call from that document, and each class {@code …Routes} gives the deeds of one part of it.
 *
 * <p>Begin with {@link io.plumbline.server.Server}.
 */
@NullMarked
package io.plumbline.server;

import org.jspecify.annotations.NullMarked;
