package io.plumbline.ledger;

/**
 * A list or a query that somebody keeps under a name.
 *
 * @param page the page of the site
 * @param query the URL's query, or the SQL
 * @param shared whether others see it, too
 */
public record SavedView(String id, String page, String name, String query, boolean shared, String owner) {}
