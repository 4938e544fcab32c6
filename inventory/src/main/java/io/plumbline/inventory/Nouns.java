package io.plumbline.inventory;

import io.plumbline.snapshot.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns that hold the bare name of another asset are called after it: {@code s3_bucket_name} holds a bucket's, {@code log_group_name}
 * a log group's. A noun is what a table is called without its service; it counts only where one table alone is called so, so
 * {@code group_name} says nothing.
 */
final class Nouns {
    private final Map<String, String> tables;

    private Nouns(Map<String, String> tables) {
        this.tables = tables;
    }

    /** The nouns of these tables. */
    static Nouns of(List<TableSchema> tables) {
        Map<String, List<String>> named = tables.stream()
                .map(TableSchema::name)
                .filter(name -> !SideTables.contains(name) && noun(name).length() > 3)
                .collect(Collectors.groupingBy(Nouns::noun));
        return new Nouns(named.entrySet().stream()
                .filter(entry -> named.keySet().stream()
                                .filter(other -> other.endsWith(entry.getKey()))
                                .count()
                        == 1)
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst())));
    }

    private static String noun(String table) {
        int service = table.indexOf('_', "aws_".length());
        return service < 0 ? "" : table.substring(service + 1);
    }

    /** The table whose asset a text at this path is the name of. */
    Optional<String> at(String path) {
        String step = path.substring(path.lastIndexOf('.') + 1).replace("[]", "");
        String bare = step.endsWith("_name") ? step.substring(0, step.length() - "_name".length()) : step;
        return tables.entrySet().stream()
                .filter(entry -> bare.equals(entry.getKey()) || bare.endsWith("_" + entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
