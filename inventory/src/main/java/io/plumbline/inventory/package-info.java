/**
 * What a company has: tables worked out of a snapshot's own (every asset, what refers to what, which other accounts are named), the
 * search over them, and the questions that people ask of an inventory. It knows no AWS client; everything is DuckDB's SQL over Parquet.
 */
@NullMarked
package io.plumbline.inventory;

import org.jspecify.annotations.NullMarked;
