package io.plumbline.server;

import io.plumbline.snapshot.Manifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What accounts are called. */
record AccountNames(Map<String, String> names) {
    static AccountNames of(List<Manifest.Account> accounts) {
        return new AccountNames(
                accounts.stream().collect(Collectors.toMap(Manifest.Account::id, Manifest.Account::name, (a, b) -> a)));
    }

    /** The name; the id of one that is not known. */
    String of(String id) {
        return names.getOrDefault(id, id);
    }
}
