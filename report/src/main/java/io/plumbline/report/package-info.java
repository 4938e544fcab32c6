/**
 * What people and other systems get to read of an assessment: one class a {@link io.plumbline.report.Format}, found by
 * {@link java.util.ServiceLoader}, so a new format is a new file and nothing else. Counts are at hand, units are streamed: no format may
 * keep more of them than it says in its own description. Nothing here judges, counts anew or calls AWS.
 */
@NullMarked
package io.plumbline.report;

import org.jspecify.annotations.NullMarked;
