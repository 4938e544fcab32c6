package io.plumbline.filter;

import io.plumbline.model.AccountId;
import io.plumbline.model.BadInput;
import io.plumbline.model.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The witnesses of the monitoring controls 3.1 to 3.14, out of {@code filter-witnesses.json} in this room's resources. */
public final class Witnesses {
    private final Map<String, Control> controls;
    private final Map<String, JsonNode> defaultRegions;

    private Witnesses(Map<String, Control> controls, Map<String, JsonNode> defaultRegions) {
        this.controls = controls;
        this.defaultRegions = defaultRegions;
    }

    private record Control(
            String canonical,
            List<Witness> positives,
            List<Witness> negatives,
            List<Witness> warnings,
            List<Witness> advised,
            Set<String> retired) {}

    /** Reads the witnesses that come with this room. */
    public static Witnesses load() {
        JsonNode file = resource("filter-witnesses.json");
        JsonNode advice = resource("filter-advice.json");
        Map<String, Control> controls = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> canonical : file.path("canonical").properties()) {
            String control = canonical.getKey();
            List<Witness> positives = witnesses(file.path("positive").path(control));
            controls.put(
                    control,
                    new Control(
                            canonical.getValue().stringValue(),
                            positives,
                            witnesses(file.path("negative").path(control)),
                            witnesses(file.path("warn").path(control)),
                            advised(positives, texts(advice.path(control))),
                            Set.copyOf(texts(file.path("retired").path(control)))));
        }
        Map<String, JsonNode> defaultRegions = file.path("placeholders").path("defaults").properties().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Witnesses(controls, defaultRegions);
    }

    /** The controls that have witnesses, in the order of the benchmark. */
    public List<String> controls() {
        return List.copyOf(controls.keySet());
    }

    /** The pattern that the benchmark prescribes for the control. */
    public String canonical(String control) {
        return control(control).canonical();
    }

    /** The events that filters of the control have to match; events that AWS has retired only if they are asked for. */
    public List<Witness> positives(String control, boolean strictRetired) {
        return control(control).positives().stream()
                .filter(witness -> strictRetired || !isRetired(control, witness))
                .toList();
    }

    /** The events that no filter of the control may match. */
    public List<Witness> negatives(String control) {
        return control(control).negatives();
    }

    /** The events that a filter of the control should not match, though it may. */
    public List<Witness> warnings(String control) {
        return control(control).warnings();
    }

    /** Events that the benchmark does not name, but that filters of the control had better match. */
    public List<Witness> advised(String control) {
        return control(control).advised();
    }

    /** The services whose events the control needs: a trail that leaves one of them out cannot serve it. */
    public Set<String> eventSources(String control) {
        return control(control).positives().stream()
                .map(Witness::eventSource)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An account in the partition's default regions, for when its enabled regions are not known. */
    public EvaluatedAccount defaultAccount(AccountId account, Partition partition) {
        Function<String, String> region = placeholder -> Optional.ofNullable(defaultRegions.get(partition.id()))
                .map(regions -> regions.path(placeholder).stringValue())
                .orElse(partition.homeRegion());
        return new EvaluatedAccount(
                account,
                partition,
                region.apply("${region}"),
                region.apply("${otherRegion}"),
                region.apply("${iamRegion}"));
    }

    boolean isRetired(String control, Witness witness) {
        return control(control).retired().contains(witness.eventName());
    }

    private Control control(String name) {
        Control control = controls.get(name);
        if (control == null) {
            throw new BadInput("there are no filter witnesses for control '" + name + "'; there are for "
                    + String.join(", ", controls.keySet()));
        }
        return control;
    }

    private static List<Witness> advised(List<Witness> positives, List<String> eventNames) {
        return eventNames.stream()
                .flatMap(name -> positives.stream()
                        .filter(witness ->
                                witness.eventName().equals(positives.getFirst().eventName()))
                        .map(witness -> witness.renamed(name)))
                .toList();
    }

    private static List<Witness> witnesses(JsonNode events) {
        List<Witness> witnesses = new ArrayList<>();
        events.forEach(event -> witnesses.add(Witness.of(event)));
        return List.copyOf(witnesses);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static JsonNode resource(String name) {
        try (InputStream stream = Witnesses.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing in this build");
            }
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
    }
}
