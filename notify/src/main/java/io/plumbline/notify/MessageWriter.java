package io.plumbline.notify;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.ledger.Channel;
import io.plumbline.ledger.Finding;
import io.plumbline.ledger.NewDelivery;
import io.plumbline.ledger.NotificationRoute;
import io.plumbline.ledger.Telling;
import io.plumbline.ledger.Turn;
import io.plumbline.ledger.TurnedFinding;
import io.plumbline.ledger.Turns;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Builds messages of what changed, cut as each kind of channel takes them. */
final class MessageWriter implements Telling.Words {
    /** Findings of a message that people read; the rest is a number. */
    static final int SHOWN = 20;

    /** Findings of a message for a program: what BatchImportFindings takes. */
    static final int HUNDRED = 100;

    private final Kinds kinds;
    private final Map<String, Rule> rules;
    private final Supplier<String> page;
    private final InstantSource clock;

    /** @param page where our page is, without a slash at its end */
    MessageWriter(Kinds kinds, Catalog catalog, Supplier<String> page, InstantSource clock) {
        this.kinds = kinds;
        this.rules = catalog.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        this.page = page;
        this.clock = clock;
    }

    @Override
    public List<NewDelivery> of(NotificationRoute route, Channel channel, Turns turns) {
        Optional<Grain> grain = kinds.find(channel.kind()).map(ChannelKind::grain);
        if (grain.isEmpty()) {
            return List.of();
        }
        List<TurnedFinding> all = turns.all();
        return switch (grain.get()) {
            case TOGETHER -> List.of(delivery(route, turns, all, all.subList(0, Math.min(SHOWN, all.size()))));
            case HUNDREDS -> pieces(route, turns, all, HUNDRED);
            case PLACES ->
                all.stream()
                        .collect(Collectors.groupingBy(
                                one -> one.partition() + one.accountId() + one.region(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(place -> pieces(route, turns, place, HUNDRED).stream())
                        .toList();
            case EACH -> pieces(route, turns, all, 1);
        };
    }

    private List<NewDelivery> pieces(NotificationRoute route, Turns turns, List<TurnedFinding> all, int most) {
        List<NewDelivery> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += most) {
            List<TurnedFinding> piece = all.subList(from, Math.min(from + most, all.size()));
            pieces.add(delivery(route, turns, piece, piece));
        }
        return pieces;
    }

    private NewDelivery delivery(
            NotificationRoute route, Turns turns, List<TurnedFinding> counted, List<TurnedFinding> shown) {
        Map<String, TurnedFinding> turned =
                shown.stream().collect(Collectors.toMap(TurnedFinding::id, Function.identity()));
        List<Item> items = turns.details(shown).stream()
                .map(finding -> {
                    TurnedFinding one = turned.getOrDefault(finding.id(), shown.getFirst());
                    return item(finding, one.turn(), one.partition());
                })
                .toList();
        List<Message.Tally> tallies = tallies(counted);
        String title = counted.size() == 1 && items.size() == 1
                ? "Plumbline: " + Texts.word(items.getFirst().turn()) + " "
                        + items.getFirst().headline()
                : "Plumbline: " + Texts.numbers(tallies);
        Message message =
                new Message("", route.name(), clock.instant(), title, tallies, items, page.get() + "/findings");
        return new NewDelivery(
                counted.size() == 1 ? Optional.of(counted.getFirst().id()) : Optional.empty(),
                Texts.shortened(title, 300),
                JsonMapper.shared().writeValueAsString(message));
    }

    private static List<Message.Tally> tallies(List<TurnedFinding> counted) {
        return counted.stream()
                .collect(Collectors.groupingBy(
                        one -> new Message.Tally(one.turn(), one.severity(), 0),
                        LinkedHashMap::new,
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry ->
                        new Message.Tally(entry.getKey().turn(), entry.getKey().severity(), entry.getValue()))
                .toList();
    }

    /** A finding as it stands, to be told. */
    Item item(Finding finding, Turn turn, String partition) {
        Optional<Rule> rule = Optional.ofNullable(rules.get(finding.rule()));
        return new Item(
                finding.id(),
                turn,
                finding.severity(),
                finding.rule(),
                rule.map(Rule::title).orElse(finding.rule()),
                rule.map(Rule::meaning).orElse(""),
                rule.map(one -> one.fix().console()).orElse(""),
                partition,
                finding.accountId(),
                finding.accountName(),
                finding.region(),
                finding.unit(),
                finding.asset(),
                finding.reason(),
                finding.firstSeen(),
                finding.lastSeen(),
                page.get() + "/findings?finding=" + finding.id());
    }

    /** A message out of a delivery's payload. */
    static Message read(String payload, String delivery) {
        return JsonMapper.shared().readValue(payload, Message.class).as(delivery);
    }
}
