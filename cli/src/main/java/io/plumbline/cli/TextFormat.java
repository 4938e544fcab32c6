package io.plumbline.cli;

/** How commands that look into things print. */
enum TextFormat {
    table,
    json
}
