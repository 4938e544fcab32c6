package io.plumbline.cli;

/** How the rows of a query are printed. */
enum QueryFormat {
    table,
    json,
    csv
}
