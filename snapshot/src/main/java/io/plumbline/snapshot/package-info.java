/**
 * A snapshot is what was read in one scan: a Parquet table a resource type, a journal of what was asked and answered, and a manifest with
 * hashes. This room writes snapshots whole or not at all, lets them share
 * files with the one before, opens them for DuckDB, compares two of them and deletes old ones. It knows no AWS.
 */
@NullMarked
package io.plumbline.snapshot;

import org.jspecify.annotations.NullMarked;
