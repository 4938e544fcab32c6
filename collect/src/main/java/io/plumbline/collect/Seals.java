package io.plumbline.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The seals of a form as a tree, so that writing a row asks one map at each member. */
final class Seals {
    static final Seals NONE = new Seals(Map.of(), List.of());

    private final Map<String, Seals> members;
    private final List<Seal> here;

    private Seals(Map<String, Seals> members, List<Seal> here) {
        this.members = members;
        this.here = here;
    }

    static Seals of(List<Seal> seals) {
        return below(seals.stream()
                .map(seal -> Map.entry(List.of(seal.path().split("\\.")), seal))
                .toList());
    }

    private static Seals below(List<Map.Entry<List<String>, Seal>> seals) {
        Map<String, List<Map.Entry<List<String>, Seal>>> deeper = new HashMap<>();
        List<Seal> here = new ArrayList<>();
        for (Map.Entry<List<String>, Seal> entry : seals) {
            List<String> path = entry.getKey();
            if (path.isEmpty()) {
                here.add(entry.getValue());
            } else {
                deeper.computeIfAbsent(path.getFirst(), unused -> new ArrayList<>())
                        .add(Map.entry(path.subList(1, path.size()), entry.getValue()));
            }
        }
        Map<String, Seals> members = new HashMap<>();
        deeper.forEach((name, entries) -> members.put(name, below(entries)));
        return members.isEmpty() && here.isEmpty() ? NONE : new Seals(members, here);
    }

    /** Those that hold for everybody. */
    Seals open() {
        Map<String, Seals> open = new HashMap<>();
        members.forEach((name, below) -> {
            Seals rest = below.open();
            if (rest != NONE) {
                open.put(name, rest);
            }
        });
        List<Seal> out =
                here.stream().filter(seal -> seal.kind() == Seal.Kind.OUT).toList();
        return open.isEmpty() && out.isEmpty() ? NONE : new Seals(open, out);
    }

    /** The seals below a member. */
    Seals member(String name) {
        return members.getOrDefault(name, NONE);
    }

    /** The seal on what stands here, if there is one for its owner. */
    Optional<Seal> on(SdkPojo owner) {
        return here.stream().filter(seal -> seal.when().test(owner)).findFirst();
    }

    /**
     * Refuses a seal on a member that does not exist: it would keep nothing out.
     *
     * @throws IllegalStateException with the member's name
     */
    void check(List<SdkField<?>> fields) {
        members.forEach((name, below) -> below.check(fields.stream()
                .filter(field -> field.memberName().equals(name))
                .findFirst()
                .map(Seals::inner)
                .orElseThrow(() -> new IllegalStateException("a seal names the member " + name + ", there are "
                        + fields.stream().map(SdkField::memberName).toList()))));
    }

    private static List<SdkField<?>> inner(SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.LIST) {
            return inner(field.getTrait(ListTrait.class).memberFieldInfo());
        }
        if (type == MarshallingType.MAP) {
            return inner(field.getTrait(MapTrait.class).valueFieldInfo());
        }
        return type == MarshallingType.SDK_POJO ? field.constructor().get().sdkFields() : List.of();
    }
}
