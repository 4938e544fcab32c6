package io.plumbline.assess;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an assessment found. Counts are at hand; units stay in the database and are streamed, so this is good as long as the database is
 * open and until it is used for another assessment.
 */
public interface Assessment {
    /** Number of this form of result, as in {@code assess --format json}. */
    int SCHEMA = 1;

    /** Ids of the frameworks, in the order asked for. */
    List<String> frameworks();

    /** The snapshot's id. */
    String snapshot();

    /** What every rule took for now, UTC. */
    Instant now();

    /** The AWS partition's id. */
    String partition();

    /** Every account in scope, ordered by id. */
    List<AssessedAccount> accounts();

    /** One row per control and ACTIVE account, in benchmark order, then by account id. */
    List<ControlResult> controls();

    /** Every unit, in benchmark order, then by account, region and unit. The consumer must not use the database. */
    void units(Consumer<UnitResult> consumer);

    /** What the rules needed and could not be read, ordered by account, region, table and action. */
    List<Gap> gaps();

    /** What a person should know, such as exceptions that have expired. */
    List<String> messages();
}
