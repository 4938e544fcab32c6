/**
 * The engine that reads an AWS organization: who we are, which accounts and regions there are, what is to be asked, how fast, what was
 * answered, and how to go on after a kill. It knows how resource types are declared ({@link io.plumbline.collect.Source}) but none of
 * them; the room {@code aws} has one file for each.
 */
@NullMarked
package io.plumbline.collect;

import org.jspecify.annotations.NullMarked;
