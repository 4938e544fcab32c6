import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.AssetSearch;
import io.plumbline.inventory.Inventory;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the inventory of a home's newest snapshot, then asks it questions in a warm process; prints a table for RESULTS.md. */
public final class SearchBench {
    private static final int EACH = 40;

    private SearchBench() {}

    public static void main(String[] arguments) throws IOException {
        Snapshot snapshot = new SnapshotStore(Path.of(arguments[0])).newest().orElseThrow();
        boolean made = Inventory.isMade(snapshot);
        long start = System.nanoTime();
        long cpu = cpu();
        Inventory inventory = Inventory.of(snapshot, AwsTypes.load());
        if (!made) {
            System.out.printf("| made in, s wall | %.0f |%n| made in, s CPU | %.0f |%n", (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
            System.out.printf("| peak memory of making it, MiB | %d |%n", peak());
        }
        for (String name : List.of("asset", "asset_relation", "account_reference", "token", "vocabulary")) {
            try (Database database = Database.openWide(); var files = Files.walk(snapshot.folder().resolve("derived"))) {
                Path file = files.filter(one -> one.endsWith(name + ".parquet")).findFirst().orElseThrow();
                long rows = database.number("select count(*) from read_parquet('" + file + "')");
                System.out.printf("| %s.parquet: rows, MB | %,d, %.1f |%n", name, rows, Files.size(file) / 1e6);
            }
        }
        ask(inventory);
    }

    private static void ask(Inventory inventory) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        try (Database database = Database.openWide()) {
            inventory.attach(database);
            String some = " from asset using sample reservoir(" + EACH + " rows) repeatable (7)";
            kinds.put("a whole id", texts(database, "select regexp_extract(arn, '[^:/]+$')" + some));
            kinds.put("a whole ARN", texts(database, "select arn" + some));
            kinds.put("the beginning of an id", texts(database, "select substr(regexp_extract(arn, '[^:/]+$'), 1, 8)" + some));
            kinds.put("two letters", texts(database, "select substr(regexp_extract(arn, '[^:/]+$'), 1, 2)" + some));
            kinds.put("an account's number and a type", texts(database, "select account_id || ' ' || split_part(type, '_', 3)" + some));
            kinds.put("the middle of an id", texts(database, "select substr(regexp_extract(arn, '[^:/]+$'), 5, 6)" + some));
            kinds.put("nothing that is there", texts(database, "select 'zzqx' || id" + some));
        }
        kinds.put("words that a fifth of all assets has", List.of("running", "in-use", "10.", "tcp", "web", "vpc", "default", "allow main"));
        List<double[]> all = new ArrayList<>();
        System.out.println("\n| question | wall p50, ms | wall p95, ms | CPU p50, ms | CPU p95, ms |\n| --- | ---: | ---: | ---: | ---: |");
        try (AssetSearch search = AssetSearch.open(inventory)) {
            kinds.values().forEach(texts -> time(search, texts.subList(0, Math.min(3, texts.size()))));
            kinds.forEach((kind, texts) -> {
                List<double[]> times = time(search, texts);
                all.addAll(times);
                print(kind, times);
            });
        }
        print("**all**", all);
        System.out.printf("%npeak memory with the search: %d MiB%n", peak());
    }

    private static List<String> texts(Database database, String sql) {
        return database.query(sql, row -> row.getString(1));
    }

    /** Wall and CPU of each question, in milliseconds; on a busy machine the CPU is what can be compared. */
    private static List<double[]> time(AssetSearch search, List<String> texts) {
        List<double[]> times = new ArrayList<>();
        for (String text : texts) {
            long start = System.nanoTime();
            long cpu = cpu();
            search.ask(new AssetSearch.Question(text, List.of(), List.of(), List.of(), 25));
            times.add(new double[] {(System.nanoTime() - start) / 1e6, (cpu() - cpu) / 1e6});
        }
        return times;
    }

    private static void print(String kind, List<double[]> times) {
        double[] wall = times.stream().mapToDouble(one -> one[0]).sorted().toArray();
        double[] cpu = times.stream().mapToDouble(one -> one[1]).sorted().toArray();
        System.out.printf("| %s | %.0f | %.0f | %.0f | %.0f |%n", kind, at(wall, 0.5), at(wall, 0.95), at(cpu, 0.5), at(cpu, 0.95));
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** MiB that the process held at most, as Linux counts it. */
    private static long peak() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
