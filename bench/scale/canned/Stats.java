package canned;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was asked and answered since the server started. */
final class Stats {
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder faulty = new LongAdder();
    private final Map<String, LongAdder> operations = new ConcurrentHashMap<>();

    void answered(String service, String operation, int length) {
        requests.increment();
        bytes.add(length);
        operations.computeIfAbsent(service + '.' + operation, unused -> new LongAdder()).increment();
    }

    void refused() {
        refused.increment();
    }

    void faulty() {
        faulty.increment();
    }

    byte[] json() {
        StringBuilder json = new StringBuilder("{\"requests\":" + requests.sum() + ",\"bytes\":" + bytes.sum() + ",\"throttled\":"
                + refused.sum() + ",\"faults\":" + faulty.sum() + ",\"cpu_seconds\":" + cpu() + ",\"operations\":{");
        String comma = "";
        for (Map.Entry<String, LongAdder> operation : new TreeMap<>(operations).entrySet()) {
            json.append(comma).append('"').append(operation.getKey()).append("\":").append(operation.getValue().sum());
            comma = ",";
        }
        return json.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
