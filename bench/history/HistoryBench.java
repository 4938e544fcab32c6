import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes daily snapshots of made-up assets through the product's own code and says what they take; the arguments are an empty folder, how
 * many assets, and how many days. Four kinds of assets with random ids, addresses and times, so that nothing compresses that would not in
 * an organization; each day one in a hundred, scattered over all accounts, is changed (8 of 10), gone (1) or new (1).
 */
class HistoryBench {
    private static final Instant START = Instant.parse("2026-11-01T06:00:00Z");
    private static final String REGION = "['us-east-1','eu-west-1','eu-central-1','ap-southeast-2'][1 + (i // 7 %% 4)::int]".replace("%%", "%");

    /** JSON of a row, by its number {@code i} and how often it was changed, {@code v}. */
    private static final Map<String, String> ROWS = new TreeMap<>(Map.of(
            "aws_ec2_instance",
            """
            {'arn': 'arn:aws:ec2:' || region || ':' || account || ':instance/i-' || hex(i), 'name': 'host-' || i % 9973,
             'tags': {'Name': 'host-' || i % 9973, 'Owner': 'team-' || i % 57, 'CostCenter': (1000 + i % 311)::varchar},
             'instance_id': 'i-' || hex(i), 'image_id': 'ami-' || hex(i // 400), 'instance_type': ['t3.micro', 'm6i.large', 'c6i.xlarge'][1 + (i % 3)::int],
             'private_ip_address': '10.' || i % 251 || '.' || i // 7 % 253 || '.' || v, 'subnet_id': 'subnet-' || hex(i // 40), 'vpc_id': 'vpc-' || hex(i // 200),
             'state': {'code': 16, 'name': 'running'}, 'launch_time': moment(i + v * 7919), 'metadata_options': {'http_tokens': 'required', 'http_endpoint': 'enabled'},
             'security_groups': [{'group_id': 'sg-' || hex(i // 15), 'group_name': 'web'}],
             'block_device_mappings': [{'device_name': '/dev/xvda', 'ebs': {'volume_id': 'vol-' || hex(i + 13), 'status': 'attached', 'attach_time': moment(i)}}]}""",
            "aws_ec2_network_interface",
            """
            {'arn': 'arn:aws:ec2:' || region || ':' || account || ':network-interface/eni-' || hex(i), 'tags': {},
             'network_interface_id': 'eni-' || hex(i), 'mac_address': substr(hex(i + 3), 1, 12), 'private_ip_address': '10.' || i % 251 || '.' || i // 7 % 253 || '.' || v,
             'subnet_id': 'subnet-' || hex(i // 40), 'vpc_id': 'vpc-' || hex(i // 200), 'status': 'in-use', 'description': 'primary ' || v,
             'groups': [{'group_id': 'sg-' || hex(i // 15), 'group_name': 'web'}], 'attachment': {'attachment_id': 'eni-attach-' || hex(i + 5), 'instance_id': 'i-' || hex(i)}}""",
            "aws_vpc_security_group",
            """
            {'arn': 'arn:aws:ec2:' || region || ':' || account || ':security-group/sg-' || hex(i), 'name': 'group-' || i % 4999, 'tags': {'Owner': 'team-' || i % 57},
             'group_id': 'sg-' || hex(i), 'group_name': 'group-' || i % 4999, 'description': 'for team ' || i % 57, 'vpc_id': 'vpc-' || hex(i // 40), 'owner_id': account,
             'ip_permissions': [{'ip_protocol': 'tcp', 'from_port': 443, 'to_port': 443 + v, 'ip_ranges': [{'cidr_ip': '10.' || i % 251 || '.0.0/16'}],
               'user_id_group_pairs': [{'group_id': 'sg-' || hex(i + 1), 'user_id': account}]}],
             'ip_permissions_egress': [{'ip_protocol': '-1', 'ip_ranges': [{'cidr_ip': '0.0.0.0/0'}]}]}""",
            "aws_iam_role",
            """
            {'arn': 'arn:aws:iam::' || account || ':role/service-' || i % 997 || '-' || hex(i), 'name': 'service-' || hex(i), 'tags': {'Owner': 'team-' || i % 57},
             'role_name': 'service-' || hex(i), 'role_id': 'AROA' || upper(hex(i + 9)), 'path': '/', 'create_date': moment(i),
             'attached_managed_policies': [{'policy_name': 'P' || i % 313, 'policy_arn': 'arn:aws:iam::' || account || ':policy/P' || i % 313 || '-' || v}]}"""));

    private final Path folder;
    private final long assets;
    private final SnapshotStore store;
    private final AwsTypes types = AwsTypes.load();

    HistoryBench(Path folder, long assets) {
        this.folder = folder;
        this.assets = assets;
        this.store = new SnapshotStore(folder.resolve("home"));
    }

    public static void main(String[] arguments) throws IOException {
        new HistoryBench(Path.of(arguments[0]), Long.parseLong(arguments[1])).run(Integer.parseInt(arguments[2]));
    }

    private long accounts() {
        return Math.max(1, assets / 1000);
    }

    private void run(int days) throws IOException {
        System.out.printf(Locale.ROOT, "# %,d assets in %,d accounts, %d days%n%n", assets, accounts(), days);
        System.out.println("| day | assets | new bytes, MB | layers of instances | write, s |\n| ---: | ---: | ---: | ---: | ---: |");
        long first = 0;
        long all = 0;
        for (int day = 0; day < days; day++) {
            Map<TableSchema, List<Path>> tables = new TreeMap<>(Comparator.comparing(TableSchema::name));
            Path journal = generate(day, tables);
            long begin = System.nanoTime();
            Snapshot snapshot;
            try (Database database = Database.open()) {
                snapshot = store.write(manifest(day), tables, JournalEntry.relation(List.of(journal)), database);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            long added = newBytes(snapshot.folder());
            first = day == 0 ? added : first;
            all += added;
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %.2f | %d | %.1f |%n",
                    day,
                    snapshot.manifest().tables().values().stream().mapToLong(Manifest.TableFile::rows).sum(),
                    added / 1e6,
                    1 + snapshot.manifest().tables().get("aws_ec2_instance").deltas().size(),
                    seconds);
        }
        System.out.printf(Locale.ROOT, "%n%d days take %.1f MB, %.2f times the first day's %.1f MB.%n%n", days, all / 1e6, (double) all / first, first / 1e6);
        System.out.println("| median of 5, ms | lowest file only (day 0) | deepest layers (day " + deepest(days) + ") |\n| --- | ---: | ---: |");
        time("open and verify", "select 1", days);
        time("count of one table", "select count(*) from aws_ec2_instance", days);
        time("instances by type", "select instance_type, count(*) from aws_ec2_instance group by 1", days);
        time("groups open to the world on a port", "select count(*) from (select unnest(ip_permissions) as p, arn from aws_vpc_security_group) where p.from_port <= 22 and p.to_port >= 22 and list_contains(list_transform(p.ip_ranges, lambda r: r.cidr_ip), '0.0.0.0/0')", days);
        time("one account's instances", "select arn from aws_ec2_instance where account_id = '210000000000' order by arn", days);
        time("every value of every role", "select count(distinct r) from aws_iam_role r", days);
        System.out.printf("%nPeak memory of the process: %s%n", Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("?").replaceAll("\\s+", " "));
    }

    /** The generation of a day has as many layers as its number has ones. */
    private static int deepest(int days) {
        return IntStream.range(0, days).boxed().max(Comparator.comparing(Integer::bitCount).thenComparing(day -> day)).orElse(0);
    }

    private void time(String what, String query, int days) {
        double[] ms = new double[2];
        int[] which = {0, deepest(days)};
        for (int i = 0; i < 2; i++) {
            Snapshot snapshot = store.get(id(which[i]));
            double[] rounds = new double[5];
            try (Database database = Database.open()) {
                snapshot.attach(database, types, ROWS.keySet());
                for (int round = 0; round < rounds.length; round++) {
                    long begin = System.nanoTime();
                    if (what.startsWith("open")) {
                        store.get(id(which[i])).attach(database, types, ROWS.keySet());
                    } else {
                        database.each(query, row -> true);
                    }
                    rounds[round] = (System.nanoTime() - begin) / 1e6;
                }
            }
            java.util.Arrays.sort(rounds);
            ms[i] = rounds[2];
        }
        System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f |%n", what, ms[0], ms[1]);
    }

    private static long newBytes(Path snapshot) throws IOException {
        try (Stream<Path> files = Files.walk(snapshot)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += ((Number) Files.getAttribute(file, "unix:nlink")).longValue() == 1 ? Files.size(file) : 0;
            }
            return bytes;
        }
    }

    private static String id(int day) {
        return START.plus(day, ChronoUnit.DAYS).toString().replace(':', '-');
    }

    private Manifest manifest(int day) {
        Instant now = START.plus(day, ChronoUnit.DAYS);
        List<Manifest.Account> accounts = IntStream.range(0, (int) accounts())
                .mapToObj(i -> new Manifest.Account(Long.toString(210000000000L + i), "account-" + i, "ACTIVE", true, List.of("root"), List.of("r-1"), List.of("us-east-1", "eu-west-1", "eu-central-1", "ap-southeast-2")))
                .toList();
        return new Manifest(Manifest.FORMAT, id(day), now, now.plusSeconds(1800), "bench", "aws", "arn:aws:iam::210000000000:role/bench", "organization; all enabled regions", accounts, Map.of(), Map.of(), new Manifest.TableFile(0, 0, ""));
    }

    /** The day's rows and journal, as a run leaves them: JSON lines in gzip. */
    private Path generate(int day, Map<TableSchema, List<Path>> tables) {
        Path journal = folder.resolve("journal.ndjson.gz");
        Map<String, Path> files = new HashMap<>();
        try (Database database = Database.openWide()) {
            database.execute("create macro hex(x) as substr(md5(x::varchar || 'salt'), 1, 17)");
            database.execute("create macro moment(x) as strftime(timestamp '2026-01-01' + to_seconds((hash(x) % 20000000)::bigint), '%Y-%m-%dT%H:%M:%SZ')");
            ROWS.forEach((table, row) -> {
                Path file = folder.resolve(table + ".ndjson.gz");
                files.put(table, file);
                long own = assets / ROWS.size();
                // A number lives from its birth to its end; one in a thousand ends, and one begins, each day.
                String alive = "case when i < " + own + " then 0 else 1 + (i - " + own + ") * 1000 // " + own + " end <= " + day
                        + " and (hash(i * 31 + 7) % 1000 >= " + day + ")";
                String changes = "(select count(*) from range(1, " + (day + 1) + ") d(e) where hash(i * 37 + e * 1009) % 125 = 0)::int";
                database.execute("copy (select json_merge_patch({'account_id': account, 'region': region, 'cell_region': cell, 'partition': 'aws', 'unread': {}}, "
                        + row + ")::varchar from (select i, v, (210000000000 + i % " + accounts() + ")::varchar as account, "
                        + (table.equals("aws_iam_role") ? "'global'" : REGION) + " as region, "
                        + (table.equals("aws_iam_role") ? "'global'" : REGION) + " as cell from (select i, "
                        + changes + " as v from range(" + (own + own * 40 / 1000) + ") t(i) where " + alive + "))) to '" + file
                        + "' (format csv, header false, quote '', escape '', delimiter '\\x01', compression gzip)");
            });
            // Each account: 60 regional tables' worth of cells and 16 global ones, with calls and times as they vary from day to day.
            database.execute("copy (select {'account_id': (210000000000 + a)::varchar, 'region': r, 'table_name': t, 'column_name': '', 'action': 'service:List' || t, 'status': 'read',"
                    + " 'calls': 1 + hash(a * 7 + c) % 2, 'throttled': 0, 'millis': 40 + hash(a * 977 + c * 31 + " + day + ") % 200, 'row_count': hash(a + c) % 12, 'code': '', 'message': '',"
                    + " 'read_at': strftime(timestamp '" + START.plus(day, ChronoUnit.DAYS).toString().replace("Z", "") + "' + to_seconds((a * 1700 // " + accounts() + " + hash(c * 13 + a + " + day + ") % 60)::bigint), '%Y-%m-%dT%H:%M:%SZ'), 'taken_from': ''}::json::varchar"
                    + " from range(" + accounts() + ") x(a), (select row_number() over () as c, r, t from (select r, case when k < 3 then ['aws_ec2_instance', 'aws_ec2_network_interface', 'aws_vpc_security_group'][k + 1] else 'aws_other_' || k end as t"
                    + " from (values ('us-east-1'), ('eu-west-1'), ('eu-central-1'), ('ap-southeast-2')) v(r), range(60) k(k) union all select 'global', case when k = 0 then 'aws_iam_role' else 'aws_global_' || k end from range(16) k(k)))) to '"
                    + journal + "' (format csv, header false, quote '', escape '', delimiter '\\x01', compression gzip)");
        }
        ROWS.keySet().forEach(table -> tables.put(types.table(table).orElseThrow(), List.of(files.get(table))));
        return journal;
    }
}
