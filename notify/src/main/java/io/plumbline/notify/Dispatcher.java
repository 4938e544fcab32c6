package io.plumbline.notify;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Framework;
import io.plumbline.ledger.Channel;
import io.plumbline.ledger.Channels;
import io.plumbline.ledger.Deliveries;
import io.plumbline.ledger.Delivery;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Telling;
import io.plumbline.ledger.Vault;
import io.plumbline.model.BadInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Turns what became of findings into deliveries, and sends those whose time it is. Any number of programs may do that on one ledger. A
 * delivery that fails is tried again after {@link #WAITS}, and then given up until a person says otherwise.
 */
public final class Dispatcher {
    /** How long to wait after each failure; after the one that follows the last of these a delivery is given up. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    /** Deliveries that are taken together, and for how long: more than all of them can take, one after another. */
    private static final int TOGETHER = 20;

    private static final Duration TAKEN = Duration.ofMinutes(20);

    private final Channels channels;
    private final Deliveries deliveries;
    private final Telling telling;
    private final Kinds kinds;
    private final Wires wires;
    private final Sender sender;

    /**
     * What became of deliveries.
     *
     * @param failed those to be tried again, and those that were given up
     */
    public record Outcome(int sent, int failed) {
        /** There were none. */
        public static final Outcome NOTHING = new Outcome(0, 0);

        Outcome and(Outcome more) {
            return new Outcome(sent + more.sent, failed + more.failed);
        }
    }

    /**
     * One for a program. Ledger and wires stay their owner's.
     *
     * @param page where people find our page, without a slash at its end
     */
    public Dispatcher(Ledger ledger, Vault vault, Catalog catalog, Kinds kinds, Wires wires, Supplier<String> page) {
        MessageWriter writer = new MessageWriter(kinds, catalog, page, wires.clock());
        this.channels = ledger.channels(vault);
        this.deliveries = ledger.deliveries();
        this.telling = ledger.telling(frameworks -> rules(catalog, frameworks), writer);
        this.kinds = kinds;
        this.wires = wires;
        this.sender = new Sender(ledger, kinds, writer, wires);
    }

    /** Of a framework that is no more, none. */
    private static Set<String> rules(Catalog catalog, Set<String> frameworks) {
        return catalog.frameworks().stream()
                .filter(framework -> frameworks.contains(framework.id()))
                .flatMap(framework -> framework.controls().stream())
                .map(Framework.Control::rule)
                .collect(Collectors.toSet());
    }

    /** Makes deliveries of what changed, and says how many. */
    int tell() {
        return telling.tell(wires.clock().instant());
    }

    /**
     * Makes deliveries of what changed and sends until nothing is left whose time it is.
     *
     * @param stop asked between two rounds; what is under way is ended
     * @return what became of those that were tried
     */
    public Outcome pass(BooleanSupplier stop) {
        tell();
        Outcome all = Outcome.NOTHING;
        while (!stop.getAsBoolean()) {
            Outcome round = send();
            if (round.equals(Outcome.NOTHING)) {
                break;
            }
            all = all.and(round);
        }
        return all;
    }

    /** Sends some of those whose time it is; to each channel one after another, to different ones at once. */
    Outcome send() {
        Instant now = wires.clock().instant();
        List<Deliveries.Taken> taken = deliveries.take(TOGETHER, now, now.plus(TAKEN));
        Map<String, List<Deliveries.Taken>> byChannel = taken.stream()
                .collect(Collectors.groupingBy(
                        one -> one.delivery().channel(), LinkedHashMap::new, Collectors.toList()));
        List<Thread> threads = new ArrayList<>();
        AtomicInteger sent = new AtomicInteger();
        byChannel.forEach((channel, all) -> threads.add(
                Thread.ofVirtual().name("send to " + channel).start(() -> sent.addAndGet(send(channel, all)))));
        for (Thread thread : threads) {
            join(thread);
        }
        return new Outcome(sent.get(), taken.size() - sent.get());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many were sent. Where nobody answers, the rest is not tried: each would wait as long for nothing. */
    private int send(String id, List<Deliveries.Taken> all) {
        int sent = 0;
        Optional<ChannelTrouble> unreachable = Optional.empty();
        for (Deliveries.Taken one : all) {
            try {
                if (unreachable.isPresent()) {
                    throw unreachable.get();
                }
                Channel channel = channels.get(id).orElseThrow(() -> new BadInput("The channel was removed."));
                Optional<String> note = sender.send(one, channel, settings(channel));
                deliveries.sent(one.delivery().id(), note, wires.clock().instant());
                sent++;
            } catch (ChannelTrouble e) {
                failed(one.delivery(), e.text());
                unreachable = e.nobody() ? Optional.of(e) : Optional.empty();
            } catch (BadInput e) {
                failed(one.delivery(), String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // Its message may hold an address, and an address may be a secret.
                failed(one.delivery(), "This is a mistake in Plumbline: " + Places.of(e));
            }
        }
        return sent;
    }

    private void failed(Delivery delivery, String trouble) {
        Instant now = wires.clock().instant();
        Optional<Instant> next = delivery.attempts() < WAITS.size()
                ? Optional.of(now.plus(WAITS.get(delivery.attempts())))
                : Optional.empty();
        deliveries.failed(delivery.id(), trouble, next, now);
    }

    private Settings settings(Channel channel) {
        return new Settings(kinds.of(channel.kind()).fields(), channel.settings(), channels.secrets(channel.id()));
    }

    /**
     * Tries a channel, so that a person sees whether it works.
     *
     * @return what was done
     * @throws ChannelTrouble if it does not work
     * @throws BadInput if there is no such channel, or it lacks a setting
     */
    public String test(String id) {
        Channel channel = channels.get(id).orElseThrow(() -> new BadInput("There is no channel '" + id + "'."));
        Settings settings = settings(channel);
        settings.check();
        try {
            return kinds.of(channel.kind()).test(settings, wires);
        } catch (ChannelTrouble | BadInput e) {
            throw e;
        } catch (RuntimeException e) {
            throw ChannelTrouble.because("This is a mistake in Plumbline: " + Places.of(e));
        }
    }

    /** Forgets deliveries that are long done with. */
    public void forgetOld() {
        deliveries.forgetOld(wires.clock().instant());
    }
}
