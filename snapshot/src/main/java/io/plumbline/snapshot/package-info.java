/**
 * A snapshot is what was read in one scan: one Parquet file a table, a journal of what was asked and answered, and a manifest with
 * hashes. This room writes snapshots whole or not at all, opens them for DuckDB and compares two of them. It knows no AWS.
 */
@NullMarked
package io.plumbline.snapshot;

import org.jspecify.annotations.NullMarked;
