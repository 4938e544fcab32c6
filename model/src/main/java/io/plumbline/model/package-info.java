/**
 * The words of the field, as records that every other room speaks: partitions, ARNs, accounts, statuses, severities, findings and
 * exceptions. Nothing here reads a file, opens a connection or knows the AWS SDK.
 */
@NullMarked
package io.plumbline.model;

import org.jspecify.annotations.NullMarked;
