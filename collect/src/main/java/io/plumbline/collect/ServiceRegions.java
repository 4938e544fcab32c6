package io.plumbline.collect;

import java.net.UnknownHostException;
import java.util.List;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/** Where a service does not exist, nothing of it can: that is an answer and not a gap. */
final class ServiceRegions {
    private ServiceRegions() {}

    /**
     * Whether the trouble is that AWS does not offer the service in the region. It takes both: the address has no host, and the SDK's list
     * of endpoints lacks the region. The list alone may be older than the region, a missing host alone may be a broken resolver.
     */
    static boolean lack(SdkClient client, String region, Throwable trouble) {
        List<Region> offered = ServiceMetadata.of(client.serviceName()).regions();
        return noHost(trouble) && !offered.isEmpty() && !offered.contains(Region.of(region));
    }

    private static boolean noHost(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }
}
