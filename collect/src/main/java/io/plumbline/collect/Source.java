package io.plumbline.collect;

import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one table is read from AWS: a declaration, no code of its own. {@link Declare} starts one; the methods here add to it. The
 * actions named in it are the only place where they stand: the scan policy, the error messages and the documentation are made of them.
 *
 * @param <C> the AWS client
 * @param <R> a row as the client answers it
 */
public final class Source<C, R> {
    /** The detail that holds the tags of resources whose tags take a call of their own; it fills the column {@code tags} too. */
    static final String TAGS_DETAIL = "resource_tags";

    private static final Set<String> ENGINE_NAMES =
            TableSchema.ENGINE_COLUMNS.stream().map(Column::name).collect(Collectors.toUnmodifiableSet());

    private final Supplier<? extends Object> client;
    private final Scope scope;
    private final Finder<C, R> finder;
    private final Shape<R> shape;
    private final Additions<C, R> parts;
    private final String table;
    private final String description;

    Source(String table, String description, Scope scope, Supplier<?> client, Finder<C, R> finder, Shape<R> shape) {
        this(table, description, scope, client, finder, shape, Additions.empty());
    }

    private Source(
            String table,
            String description,
            Scope scope,
            Supplier<?> client,
            Finder<C, R> finder,
            Shape<R> shape,
            Additions<C, R> parts) {
        this.table = table;
        this.description = description;
        this.scope = scope;
        this.client = client;
        this.finder = finder;
        this.shape = shape;
        this.parts = parts;
    }

    private Source<C, R> with(Additions<C, R> changed) {
        return new Source<>(table, description, scope, client, finder, shape, changed);
    }

    /** Adds a column that takes a call for each row. */
    public <D> Source<C, R> detail(String column, String action, Shape<D> answer, BiFunction<C, R, @Nullable D> ask) {
        return detail(column, action, answer, (asked, row, place) -> ask.apply(asked, row), (row, place) -> true);
    }

    /** Adds a column that takes a call for each row of which {@code when} says that there is something to ask. */
    public <D> Source<C, R> detail(
            String column,
            String action,
            Shape<D> answer,
            Detail.Ask<C, R, D> ask,
            java.util.function.BiPredicate<R, Place> when) {
        List<Detail<C, R, ?>> more = new ArrayList<>(parts.details());
        Predicate<Detail.Row<R>> predicate = row -> when.test(row.value(), row.place());
        more.add(new Detail<>(column, action, answer, ask, predicate, false));
        return with(parts.details(more));
    }

    /** Reads a detail only where it is asked for by name: it takes a call a row, and most people can do without. */
    public Source<C, R> onRequest(String column) {
        List<Detail<C, R, ?>> marked = new ArrayList<>();
        parts.details().forEach(detail -> marked.add(detail.column().equals(column) ? detail.onlyOnRequest() : detail));
        return with(parts.details(List.copyOf(marked)));
    }

    /** What names a row everywhere. */
    public Source<C, R> arn(BiFunction<R, Place, @Nullable String> arn) {
        return with(parts.arn(arn));
    }

    /** What people call it. */
    public Source<C, R> name(Function<R, @Nullable String> name) {
        return with(parts.name(name));
    }

    /** Its tags, where they come with the row. */
    public <T> Source<C, R> tags(Function<R, List<T>> tags, Function<T, String> key, Function<T, String> value) {
        Function<R, Map<String, String>> map = row -> tags.apply(row).stream()
                .collect(Collectors.toMap(key, tag -> String.valueOf(value.apply(tag)), (first, second) -> first));
        return with(parts.tags(map));
    }

    /** Its tags, where they come with the row as a map. */
    public Source<C, R> tags(Function<R, Map<String, String>> tags) {
        return tags(row -> List.copyOf(tags.apply(row).entrySet()), Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The resource's own region, where another region may show it too. Its details are asked for there, once. */
    public Source<C, R> in(Function<R, @Nullable String> region) {
        return with(parts.region(region));
    }

    /** Error codes by which AWS says "there is none". */
    public Source<C, R> none(String... codes) {
        return with(parts.none(Set.of(codes)));
    }

    /** Error codes by which AWS says that the thing vanished since it was listed. */
    public Source<C, R> gone(String... codes) {
        return with(parts.gone(Set.of(codes)));
    }

    /** Further actions that finding the rows takes, where one request does not do. */
    public Source<C, R> also(String... actions) {
        return with(parts.also(List.of(actions)));
    }

    /** The table's name, such as {@code aws_vpc}. */
    public String table() {
        return table;
    }

    public Scope scope() {
        return scope;
    }

    /** Every IAM action that reading the whole table takes. */
    public List<String> actions() {
        return Stream.concat(findingActions().stream(), parts.details().stream().map(Detail::action))
                .distinct()
                .toList();
    }

    /** The IAM actions that finding the rows takes, without their details. */
    public List<String> findingActions() {
        List<String> own = switch (finder) {
            case Finder.Listing<C, R> listing -> List.of(listing.action());
            case Finder.Single<C, R> single -> List.of(single.action());
            case Finder.Described<C, R> described -> List.of(described.listAction(), described.action());
            case Finder.Under<C, R> under -> List.of(under.action());
            case Finder.Shared<C, ?, R> shared -> List.of(shared.answer().action());
            case Finder.Known<C, R> known -> List.of(known.action());
        };
        return Stream.concat(own.stream(), parts.also().stream()).toList();
    }

    /** The action that fills a detail column, or that finds the rows if {@code column} is empty. */
    public String action(String column) {
        return parts.details().stream()
                .filter(detail -> detail.column().equals(column))
                .map(Detail::action)
                .findFirst()
                .orElse(actions().getFirst());
    }

    /** The table's form. */
    public TableSchema schema() {
        Stream<Column> own = shape.columns().stream();
        Stream<Column> details = parts.details().stream().map(Detail::schema);
        return TableSchema.of(
                table,
                description,
                Stream.concat(own, details).toList(),
                parts.region() != null && scope == Scope.REGIONAL);
    }

    /** An SDK column whose name the engine uses itself gets a prefix. */
    static String columnName(String name) {
        return ENGINE_NAMES.contains(name) ? "aws_" + name : name;
    }

    Finder<C, R> finder() {
        return finder;
    }

    Shape<R> shape() {
        return shape;
    }

    List<Detail<C, R, ?>> details() {
        return parts.details();
    }

    Supplier<?> client() {
        return client;
    }

    @Nullable
    String arnOf(R row, Place place) {
        return parts.arn().apply(row, place);
    }

    @Nullable
    String nameOf(R row) {
        return parts.name().apply(row);
    }

    Map<String, String> tagsOf(R row) {
        return parts.tags().apply(row);
    }

    @Nullable
    String regionOf(R row) {
        return parts.region() == null ? null : parts.region().apply(row);
    }

    boolean none(String code) {
        return parts.none().contains(code);
    }

    boolean gone(String code) {
        return parts.gone().contains(code);
    }
}
