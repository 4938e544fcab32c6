/**
 * The languages around a CloudWatch alarm on CloudTrail events: metric filter patterns, field selection criteria, the rules of
 * composite alarms, and which query of a metric-math alarm depends on which. A library: it reads nothing and calls nobody.
 *
 * <p>Newcomers start with {@link io.plumbline.filter.FilterPattern}: text becomes a pattern, and a pattern says of an event whether it
 * matches. AWS leaves three things about patterns open; a {@link io.plumbline.filter.Match} therefore holds the answer under every
 * reading at once. {@link io.plumbline.filter.WitnessTest} then asks the question of the monitoring controls: does the pattern match
 * every event that the control is about, and none of those that it is not about?
 */
@NullMarked
package io.plumbline.filter;

import org.jspecify.annotations.NullMarked;
