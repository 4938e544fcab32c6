/**
 * Tells people and other systems what became of findings. A kind of channel is one file: a {@link io.plumbline.notify.Messenger}, which
 * takes messages, or a {@link io.plumbline.notify.TicketKeeper}, which keeps a ticket for each finding. What is told to whom, and what
 * became of it, stands in the ledger.
 *
 * <p>Begin with {@link io.plumbline.notify.Dispatcher}.
 */
@NullMarked
package io.plumbline.notify;

import org.jspecify.annotations.NullMarked;
