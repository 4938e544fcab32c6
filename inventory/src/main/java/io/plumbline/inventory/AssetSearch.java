package io.plumbline.inventory;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Searches one inventory. Every word of the question must stand in the asset; an asset whose ARN or name holds it comes before one that
 * mentions it, and a whole word before the beginning of one. Where that finds fewer than asked for, words that hold the text anywhere
 * count too. Keep one open for many questions; it is for one thread at a time.
 */
public final class AssetSearch implements AutoCloseable {
    /** Of the tokens that hold a text somewhere, at most so many are looked up. */
    private static final int MOST_TOKENS = 2_000;

    private final Database database;

    private AssetSearch(Database database) {
        this.database = database;
    }

    /**
     * What is asked.
     *
     * @param text words, in any order
     * @param types tables, of which one has to hold the asset; one may end with a star; empty for any
     * @param accounts twelve digits each; empty for any
     * @param regions empty for any
     * @param limit how many hits at most
     */
    public record Question(String text, List<String> types, List<String> accounts, List<String> regions, int limit) {
        public Question {
            types = List.copyOf(types);
            accounts = List.copyOf(accounts);
            regions = List.copyOf(regions);
        }
    }

    /**
     * One asset that was found.
     *
     * @param match how well: {@code exact}, {@code prefix} or {@code contains}, by the word that fits least
     */
    public record Hit(String arn, String type, String accountId, String region, String name, String match) {}

    /**
     * What was found.
     *
     * @param total how many there are, also beyond the limit
     */
    public record Answer(List<Hit> hits, long total) {}

    /** Opens the index of an inventory. */
    public static AssetSearch open(Inventory inventory) {
        Database database = Database.openWide();
        inventory.attach(database);
        database.execute("set parquet_metadata_cache = true");
        view(database, inventory, SearchIndex.TOKENS);
        view(database, inventory, SearchIndex.VOCABULARY);
        return new AssetSearch(database);
    }

    private static void view(Database database, Inventory inventory, String name) {
        database.execute("create view " + name + " as select * from read_parquet("
                + Sql.text(inventory.file(name).toString()) + ")");
    }

    /**
     * Searches.
     *
     * @throws BadInput if there is no word in the question and no filter either
     */
    public Answer ask(Question question) {
        List<String> words = Tokens.words(question.text()).stream().distinct().toList();
        List<String> filters = filters(question);
        if (words.isEmpty() && filters.isEmpty()) {
            throw new BadInput("There is no word to search for in '" + question.text() + "'. Give an id, a name, an address, a tag,"
                    + " or a part of one; or a filter: --type, --account, --region.");
        }
        Answer answer = ask(words.stream().map(AssetSearch::beginning).toList(), filters, question.limit());
        if (answer.hits().size() >= question.limit()) {
            return answer;
        }
        List<String> inside = words.stream().map(this::anywhere).toList();
        return ask(inside, filters, question.limit());
    }

    /** The best of a word in each asset: 0 the whole token, 1 its beginning, 2 its inside; times 2, plus 1 if not in ARN or name. */
    private static String beginning(String word) {
        return "select asset, min(case when token = " + Sql.text(word) + " then 0 else 2 end + (place = 2)::int) as score from token where "
                + between(word) + " group by asset";
    }

    private static String between(String word) {
        return "token >= " + Sql.text(word) + after(word).map(end -> " and token < " + Sql.text(end)).orElse("");
    }

    /** The first text after all that begin so, in the order of UTF-8, which is that of code points. */
    static Optional<String> after(String word) {
        int[] points = word.codePoints().toArray();
        for (int i = points.length - 1; i >= 0; i--) {
            if (points[i] < Character.MAX_CODE_POINT) {
                int next = points[i] + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : points[i] + 1;
                return Optional.of(new String(points, 0, i) + Character.toString(next));
            }
        }
        return Optional.empty();
    }

    private String anywhere(String word) {
        List<String> tokens = word.length() < 2
                ? List.of()
                : database.query(
                        "select token from vocabulary where contains(token, " + Sql.text(word) + ") and not starts_with(token, "
                                + Sql.text(word) + ") order by length(token), token limit " + MOST_TOKENS,
                        row -> row.getString(1));
        String found = beginning(word);
        return tokens.isEmpty()
                ? found
                : "select asset, min(score) as score from (" + found
                        + " union all select asset, 4 + (place = 2)::int from token where token in ("
                        + tokens.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")) group by asset";
    }

    private static List<String> filters(Question question) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("type", question.types());
        values.put("account", question.accounts());
        values.put("region", question.regions());
        List<String> filters = new ArrayList<>();
        values.forEach((field, wanted) -> {
            if (!wanted.isEmpty()) {
                filters.add("select distinct asset, 0 as score from token where "
                        + wanted.stream().map(value -> filter(field, value)).collect(Collectors.joining(" or ")));
            }
        });
        return filters;
    }

    private static String filter(String field, String value) {
        return value.endsWith("*")
                ? "(" + between(SearchIndex.filter(field, value.substring(0, value.length() - 1))) + ")"
                : "token = " + Sql.text(SearchIndex.filter(field, value));
    }

    private Answer ask(List<String> words, List<String> filters, int limit) {
        List<String> all = new ArrayList<>(words);
        all.addAll(filters);
        String from = all.size() == 1
                ? "(" + all.getFirst() + ")"
                : "(select asset, sum(score) as score, max(score) as worst from ("
                        + String.join(" union all ", all) + ") group by asset having count(*) = " + all.size() + ")";
        String worst = all.size() == 1 ? "score" : "worst";
        List<long[]> best = new ArrayList<>();
        long[] total = new long[1];
        database.each(
                "select asset, " + worst + "::bigint, count(*) over () from " + from + " order by score, asset limit " + limit,
                row -> {
                    best.add(new long[] {row.getLong(1), row.getLong(2)});
                    total[0] = row.getLong(3);
                    return true;
                });
        return new Answer(hits(best), total[0]);
    }

    private List<Hit> hits(List<long[]> best) {
        if (best.isEmpty()) {
            return List.of();
        }
        Map<Long, Hit> found = new LinkedHashMap<>();
        best.forEach(one -> found.put(one[0], new Hit("", "", "", "", "", List.of("exact", "prefix", "contains").get((int) one[1] / 2))));
        database.each(
                "select id, arn, type, account_id, region, name from asset where id in ("
                        + best.stream().map(one -> Long.toString(one[0])).collect(Collectors.joining(", ")) + ")",
                row -> {
                    found.computeIfPresent(row.getLong(1), (id, hit) -> hit(row, hit.match()));
                    return true;
                });
        return List.copyOf(found.values());
    }

    private static Hit hit(java.sql.ResultSet row, String match) {
        try {
            String name = row.getString(6);
            return new Hit(
                    row.getString(2), row.getString(3), row.getString(4), row.getString(5), name == null ? "" : name, match);
        } catch (java.sql.SQLException e) {
            throw new io.plumbline.snapshot.DatabaseException("An asset that was found cannot be read", e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
