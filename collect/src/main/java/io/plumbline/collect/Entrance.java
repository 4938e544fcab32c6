package io.plumbline.collect;

import io.plumbline.model.AccountId;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.CellStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.iam.IamClient;

/** Finds the accounts that a scan is of and enters each: its credentials, its regions. */
final class Entrance {
    private static final int AT_ONCE = 64;

    private final Clients clients;
    private final ScanRequest request;
    private final Progress progress;
    private final Set<String> reachable = ConcurrentHashMap.newKeySet();

    Entrance(Clients clients, ScanRequest request, Progress progress) {
        this.clients = clients;
        this.request = request;
        this.progress = progress;
    }

    /**
     * The accounts in scope.
     *
     * @param entered those that could be entered
     * @param closed those that could not: suspended, or the role did not open
     */
    record Accounts(Caller caller, List<Account> entered, List<Closed> closed) {}

    /** An account that is listed but cannot be read; {@code trouble} is empty for a suspended one. */
    record Closed(String id, AccountRow row, String action, Optional<Trouble> trouble) {}

    /** An account to be entered, and how. */
    private record Door(String id, AccountRow row, AwsCredentialsProvider credentials) {}

    Accounts enter(List<Caller> callers) {
        List<Door> doors = new ArrayList<>();
        List<Closed> closed = new ArrayList<>();
        Caller first = callers.getFirst();
        for (Caller caller : callers) {
            doors(caller, doors, closed);
        }
        progress.started(first.arn(), doors.size() + closed.size());
        List<Object> outcomes = doors.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, door -> open(first, door)))
                .toList();
        List<Account> entered = new ArrayList<>();
        for (Object outcome : outcomes) {
            if (outcome instanceof Account account) {
                entered.add(account);
                reachable.add(account.id());
            } else if (outcome instanceof Closed shut) {
                closed.add(shut);
            }
        }
        return new Accounts(first, checkedRegions(entered), closed);
    }

    private void doors(Caller caller, List<Door> doors, List<Closed> closed) {
        AwsCredentialsProvider chain = caller.credentials();
        for (String via : request.via()) {
            chain = new AssumedRole(clients, caller, chain, via, request.externalId());
        }
        Map<String, AccountRow> rows = new TreeMap<>();
        if (request.organization()) {
            Organization.members(clients, caller).forEach(member -> rows.put(member.id(), member.row()));
        }
        Set<String> wanted = new TreeSet<>(request.accounts());
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(rows.keySet());
        if (request.organization() && !unknown.isEmpty()) {
            throw new BadInput(
                    "--accounts names " + String.join(", ", unknown) + ", which the organization does not have.");
        }
        if (wanted.isEmpty()) {
            wanted.addAll(
                    request.organization()
                            ? rows.keySet()
                            : Set.of(caller.accountId().value()));
        }
        for (String id : wanted) {
            AccountRow row = rows.getOrDefault(id, alone(id));
            if (request.organization()
                    && !request.accountTags().isEmpty()
                    && !new HashSet<>(Organization.tags(clients, caller, id)).containsAll(request.accountTags())) {
                continue;
            }
            if (!row.status().equals("ACTIVE")) {
                closed.add(new Closed(id, row, "organizations:ListAccountsForParent", Optional.empty()));
            } else if (id.equals(caller.accountId().value())) {
                doors.add(new Door(id, row, caller.credentials()));
            } else {
                String roleArn = caller.partition()
                        .arn("iam", "", new AccountId(id).value(), "role/" + request.role())
                        .toString();
                doors.add(new Door(id, row, new AssumedRole(clients, caller, chain, roleArn, request.externalId())));
            }
        }
    }

    private static AccountRow alone(String id) {
        return new AccountRow(id, Optional.empty(), "ACTIVE", Optional.empty(), List.of(), List.of(), false, false);
    }

    private Object open(Caller caller, Door door) {
        Tally tally = new Tally("", "sts:AssumeRole");
        try {
            door.credentials().resolveCredentials();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            tally.trouble(trouble);
            progress.entered(door.id(), door.row().displayName(), trouble.code() + " " + trouble.message());
            return new Closed(door.id(), door.row(), "sts:AssumeRole", Optional.of(trouble));
        }
        AccountRow row = named(caller, door);
        List<Region> regions;
        String trouble = "";
        try {
            regions = call(caller, door, "ec2:DescribeRegions")
                    .run(() -> clients.of(Ec2Client::builder, caller.partition().homeRegion())
                            .describeRegions(asked -> asked.allRegions(true))
                            .regions());
        } catch (RuntimeException e) {
            Trouble denied = Trouble.of(e);
            if (denied.status() == CellStatus.FAILED) {
                return new Closed(door.id(), row, "ec2:DescribeRegions", Optional.of(denied));
            }
            regions = defaultRegions(caller);
            trouble = "ec2:DescribeRegions " + denied.code() + ": only the partition's default regions are read";
        }
        progress.entered(door.id(), row.displayName(), trouble);
        return new Account(
                new AccountId(door.id()),
                caller.partition(),
                door.credentials(),
                row,
                regions,
                scanned(regions),
                reachable::contains);
    }

    /** Without an organization the account's alias is the best name there is. */
    private AccountRow named(Caller caller, Door door) {
        AccountRow row = door.row();
        String name = row.displayName();
        if (row.organizationId().isEmpty()) {
            try {
                List<String> aliases = call(caller, door, "iam:ListAccountAliases")
                        .run(() -> clients.of(
                                        IamClient::builder, caller.partition().homeRegion())
                                .listAccountAliases()
                                .accountAliases());
                name = aliases.isEmpty() ? name : aliases.getFirst();
            } catch (RuntimeException e) {
                // The id serves as a name too.
            }
        }
        return new AccountRow(
                name, row.email(), row.status(), row.organizationId(), row.ous(), row.ouIds(), row.management(), true);
    }

    private static Call call(Caller caller, Door door, String action) {
        return new Call(door.id(), caller.partition().homeRegion(), action, door.credentials(), new CallMeter());
    }

    private List<Region> defaultRegions(Caller caller) {
        return software.amazon.awssdk.regions.Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .filter(region -> region.metadata() != null
                        && region.metadata()
                                .partition()
                                .id()
                                .equals(caller.partition().id()))
                .map(region -> Region.builder()
                        .regionName(region.id())
                        .optInStatus("unknown")
                        .build())
                .filter(region -> request.regions().contains(region.regionName())
                        || region.regionName().equals(caller.region())
                        || region.regionName().equals(caller.partition().homeRegion()))
                .toList();
    }

    private Set<String> scanned(List<Region> regions) {
        return regions.stream()
                .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                .map(Region::regionName)
                .filter(name -> request.regions().isEmpty() || request.regions().contains(name))
                .filter(name -> !request.excludedRegions().contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A region that no account has is a slip of the pen. */
    private List<Account> checkedRegions(List<Account> entered) {
        Set<String> known = entered.stream()
                .flatMap(account -> account.regions().stream())
                .map(Region::regionName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = new TreeSet<>(request.regions());
        asked.addAll(request.excludedRegions());
        asked.removeAll(known);
        if (!known.isEmpty() && !asked.isEmpty()) {
            throw new BadInput("There is no region " + String.join(", ", asked) + " in this partition. Known regions: "
                    + String.join(", ", known) + ".");
        }
        return entered;
    }
}
