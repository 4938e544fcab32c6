/**
 * One file for each AWS resource type: how it is listed, what each row is called, which calls add which columns. A new type is a new
 * file; the compiler indexes it ({@code @AutoService}), nothing else changes.
 */
@NullMarked
package io.plumbline.aws;

import org.jspecify.annotations.NullMarked;
