package io.plumbline.ledger;

/**
 * What an Admin says of a schedule.
 *
 * @param cron minute, hour, day of month, month, day of week
 * @param zone the time zone that it is read in
 * @param active whether it runs by itself
 */
public record ScheduleTerms(String name, String cron, String zone, ScanScope scope, boolean active) {}
