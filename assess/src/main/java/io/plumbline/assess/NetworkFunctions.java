package io.plumbline.assess;

import io.plumbline.network.AddressSet;
import io.plumbline.network.Cidr;
import io.plumbline.network.Family;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Blocks of addresses. */
final class NetworkFunctions {
    private NetworkFunctions() {}

    static List<SqlFunction> all() {
        return List.of(
                SqlFunction.java(
                        "covers_internet(cidrs VARCHAR[]) -> VARCHAR",
                        "Whether the blocks together hold every address of a family: 'ipv4', 'ipv6' or 'both'; NULL if of none. What is no"
                                + " block is passed over.",
                        "covers_internet(cidrs) as java_covers_internet(to_json(cidrs)::varchar)",
                        1,
                        arguments -> coversInternet(JsonText.texts(arguments.getFirst()))),
                SqlFunction.java(
                        "cidr_relation(one VARCHAR, other VARCHAR) -> VARCHAR",
                        "How one block stands to the other: 'equal', 'wider', 'narrower' or 'disjoint'; NULL if one of them is no block.",
                        "cidr_relation(one, other) as java_cidr_relation(one, other)",
                        2,
                        arguments -> relation(arguments.getFirst(), arguments.getLast())),
                SqlFunction.sql(
                        "cidr_covers(outer_block VARCHAR, inner_block VARCHAR) -> BOOLEAN",
                        "Whether every address of the inner block is in the outer one; NULL if one of them is no block.",
                        "cidr_covers(outer_block, inner_block) as java_cidr_relation(outer_block, inner_block) in ('equal', 'wider')"),
                SqlFunction.sql(
                        "cidr_overlaps(one VARCHAR, other VARCHAR) -> BOOLEAN",
                        "Whether some address is in both blocks; NULL if one of them is no block.",
                        "cidr_overlaps(one, other) as java_cidr_relation(one, other) <> 'disjoint'"));
    }

    private static Optional<String> coversInternet(List<String> cidrs) {
        AddressSet union = AddressSet.of(
                cidrs.stream().flatMap(text -> Cidr.parse(text).stream()).toList());
        boolean ipv4 = union.coversAll(Family.IPV4);
        boolean ipv6 = union.coversAll(Family.IPV6);
        if (ipv4 && ipv6) {
            return Optional.of("both");
        }
        return ipv4 ? Optional.of("ipv4") : ipv6 ? Optional.of("ipv6") : Optional.empty();
    }

    private static Optional<String> relation(String one, String other) {
        return Cidr.parse(one)
                .flatMap(first -> Cidr.parse(other)
                        .map(second -> first.relationTo(second).name().toLowerCase(Locale.ROOT)));
    }
}
