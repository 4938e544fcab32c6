/**
 * The IAM policy language: read a document, whatever its bytes, and ask it questions. A library without an AWS client.
 *
 * <p>{@link io.plumbline.policy.PolicyReader} turns text into a {@link io.plumbline.policy.PolicyDocument} and a list of
 * {@link io.plumbline.policy.Problem}s with line, column and path. The questions are classes of their own:
 * {@link io.plumbline.policy.FullAdmin} (may it do everything to everything), {@link io.plumbline.policy.PublicAccess} (may anyone use
 * it), {@link io.plumbline.policy.ExplicitDeny} (does it shut a service out).
 */
@NullMarked
package io.plumbline.policy;

import org.jspecify.annotations.NullMarked;
