/**
 * Rules and frameworks: load, run, count. A rule is a folder of texts in the catalog, its SQL says what each unit's verdict is; this room
 * adds what no rule should have to know: what could not be read, exceptions, attestations, and the counts of each control. It reads a
 * snapshot that is attached to a DuckDB and writes nothing.
 */
@NullMarked
package io.plumbline.assess;

import org.jspecify.annotations.NullMarked;
