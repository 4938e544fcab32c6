/**
 * What people and time add to verdicts: findings from the day they open to the day they are resolved, exceptions and attestations, who may
 * sign in, and a log of who did what. All of it is in one database, SQLite or PostgreSQL.
 *
 * <p>Begin with {@link io.plumbline.ledger.Ledger}.
 */
@NullMarked
package io.plumbline.ledger;

import org.jspecify.annotations.NullMarked;
