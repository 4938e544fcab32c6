package io.plumbline.inventory;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches one inventory. Every word of the question must stand in the asset; an asset whose ARN or name holds it comes before one that
 * mentions it, and a whole word before the beginning of one. Where that finds fewer than asked for, words that hold the text anywhere
 * count too. Keep one open for many questions; it is for one thread at a time.
 */
public final class AssetSearch implements AutoCloseable {
    /** Of the tokens that hold a text somewhere, at most so many are looked up. */
    private static final int MOST_TOKENS = 200;

    private static final List<String> WORDS = List.of("exact", "prefix", "contains");

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
            throw new BadInput("There is no word to search for in '" + question.text()
                    + "'. Give an id, a name, an address, a tag,"
                    + " or a part of one; or a filter: --type, --account, --region.");
        }
        if (question.text().strip().startsWith("arn:")) {
            Answer answer = byArn(question.text().strip(), filters, question.limit());
            if (!answer.hits().isEmpty()) {
                return answer;
            }
        }
        List<String> rareFirst =
                words.stream().sorted(Comparator.comparingLong(this::frequency)).toList();
        Answer answer =
                ask(rareFirst.stream().map(word -> List.of(beginning(word))).toList(), filters, question.limit());
        return answer.hits().size() >= question.limit()
                ? answer
                : ask(rareFirst.stream().map(this::anywhere).toList(), filters, question.limit());
    }

    /** The first assets, and how many there are: for who looks for nothing yet. */
    public Answer first(int limit) {
        List<long[]> best = new ArrayList<>();
        long[] total = new long[1];
        database.each(
                "select id, 0::bigint, count(*) over () from asset order by id limit " + limit,
                row -> keep(row, best, total));
        return new Answer(hits(best), total[0]);
    }

    /** In how many assets about something begins so. */
    private long frequency(String word) {
        return database.number("select coalesce(sum(assets), 0)::bigint from vocabulary where "
                + TextRange.beginningWith("token", word));
    }

    /** The words of an ARN stand in nearly every asset; the ARN itself in one. */
    private Answer byArn(String arn, List<String> filters, int limit) {
        List<long[]> best = new ArrayList<>();
        long[] total = new long[1];
        String filtered = filters.stream()
                .map(filter -> " and id in (select asset from (" + filter + "))")
                .collect(Collectors.joining());
        database.each(
                "select id, case when arn = " + Sql.text(arn)
                        + " then 0 else 2 end::bigint as score, count(*) over () from asset"
                        + " where " + TextRange.beginningWith("arn", arn) + filtered + " order by score, id limit "
                        + limit,
                row -> keep(row, best, total));
        return new Answer(hits(best), total[0]);
    }

    private static boolean keep(ResultSet row, List<long[]> best, long[] total) throws SQLException {
        best.add(new long[] {row.getLong(1), row.getLong(2)});
        total[0] = row.getLong(3);
        return true;
    }

    /** Where a word begins so: 0 for the whole token, 2 for its beginning, plus 1 if it stands in neither ARN nor name. */
    private static String beginning(String word) {
        return "select asset, (case when token = " + Sql.text(word)
                + " then 0 else 2 end + (place = 2)::int) as score from token where "
                + TextRange.beginningWith("token", word);
    }

    private List<String> anywhere(String word) {
        List<String> tokens = word.length() < 2
                ? List.of()
                : database.query(
                        "select token from vocabulary where contains(token, " + Sql.text(word)
                                + ") and not starts_with(token, " + Sql.text(word)
                                + ") order by length(token), token limit " + MOST_TOKENS,
                        row -> row.getString(1));
        return tokens.isEmpty()
                ? List.of(beginning(word))
                : List.of(
                        beginning(word),
                        "select asset, 4 + (place = 2)::int as score from token where token in ("
                                + tokens.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")");
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
                ? "("
                        + TextRange.beginningWith(
                                "token", SearchIndex.filter(field, value.substring(0, value.length() - 1)))
                        + ")"
                : "token = " + Sql.text(SearchIndex.filter(field, value));
    }

    /** One step after the other, so that what stands in every asset is looked at only for those that have the rarer words. */
    private Answer ask(List<List<String>> words, List<String> filters, int limit) {
        List<List<String>> all = new ArrayList<>(words);
        filters.forEach(filter -> all.add(List.of(filter)));
        List<String> steps = new ArrayList<>();
        for (List<String> finds : all) {
            String before = steps.isEmpty() ? "" : " where asset in (select asset from w" + (steps.size() - 1) + ")";
            String found = finds.stream()
                    .map(one -> "select asset, score from (" + one + ")" + before)
                    .collect(Collectors.joining(" union all "));
            steps.add("w" + steps.size() + " as materialized (select asset, min(score) as score from (" + found
                    + ") group by asset)");
        }
        String last = "w" + (steps.size() - 1);
        StringBuilder from = new StringBuilder(last);
        StringBuilder score = new StringBuilder(last + ".score");
        StringBuilder worst = new StringBuilder(last + ".score");
        for (int i = 0; i < steps.size() - 1; i++) {
            from.append(" join w")
                    .append(i)
                    .append(" on w")
                    .append(i)
                    .append(".asset = ")
                    .append(last)
                    .append(".asset");
            score.append(" + w").append(i).append(".score");
            worst.append(", w").append(i).append(".score");
        }
        List<long[]> best = new ArrayList<>();
        long[] total = new long[1];
        database.each(
                "with " + String.join(", ", steps) + " select " + last + ".asset, greatest(" + worst
                        + ")::bigint, count(*) over () from " + from + " order by " + score + ", " + last
                        + ".asset limit " + limit,
                row -> keep(row, best, total));
        return new Answer(hits(best), total[0]);
    }

    private List<Hit> hits(List<long[]> best) {
        if (best.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> scores = best.stream().collect(Collectors.toMap(one -> one[0], one -> one[1]));
        Map<Long, Hit> found = new HashMap<>();
        database.each(
                "select id, arn, type, account_id, region, coalesce(name, '') from asset where id in ("
                        + best.stream().map(one -> Long.toString(one[0])).collect(Collectors.joining(", ")) + ")",
                row -> {
                    String match = WORDS.get((int) Objects.requireNonNull(scores.get(row.getLong(1)))
                                    .longValue()
                            / 2);
                    found.put(
                            row.getLong(1),
                            new Hit(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    match));
                    return true;
                });
        return best.stream()
                .flatMap(one -> Stream.ofNullable(found.get(one[0])))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
