/**
 * A fictional organization, recorded: the demo plays it and most tests run on it. It is made by {@code estate/generate.py} from one
 * description, {@code estate/estate.yaml}; nothing in the recording is written by hand but the answers in {@code estate/overlay}.
 */
@NullMarked
package io.plumbline.estate;

import org.jspecify.annotations.NullMarked;
