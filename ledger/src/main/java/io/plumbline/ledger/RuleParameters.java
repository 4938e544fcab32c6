package io.plumbline.ledger;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.RuleSettings;
import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Parameters that people have set for rules: for all accounts, for organizational units and for single accounts. What is set counts from
 * the next assessment on; what assessments were made with stands in their own files.
 */
public final class RuleParameters {
    private static final int MOST = 20_000;
    private static final int LONGEST_REASON = 1_000;

    private final Ledger ledger;
    private final Catalog catalog;

    RuleParameters(Ledger ledger, Catalog catalog) {
        this.ledger = ledger;
        this.catalog = catalog;
    }

    /**
     * Sets a value, in the place of the one that was there.
     *
     * @throws BadInput if the rule has no such parameter, the value is not one of it, no reason is given, no account is known in the
     *     place, or the place reaches accounts that may not be seen
     */
    public RuleSetting set(
            String rule,
            String parameter,
            SettingPlace place,
            Object value,
            String reason,
            Actor by,
            Visible visible,
            Instant now) {
        RuleSettings.checkValue(catalog.rule(rule), parameter, value);
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new BadInput(
                    "A value needs its reason: why it is right here. Say it in a sentence or two, of at most "
                            + LONGEST_REASON + " letters.");
        }
        return ledger.write(handle -> {
            checkPlace(handle, place, visible);
            Optional<RuleSetting> was = RuleSettingRows.one(handle, rule, parameter, place);
            if (was.isEmpty() && RuleSettingRows.count(handle) >= MOST) {
                throw new BadInput(
                        "There are " + MOST
                                + " values already. Set one for a unit instead of its accounts, and clear those of the accounts.");
            }
            RuleSetting is = new RuleSetting(rule, parameter, place, value, reason.strip(), by.name(), now);
            RuleSettingRows.put(handle, is);
            Map<String, Object> detail = detail(is);
            detail.put("value", value);
            detail.put("reason", is.reason());
            was.ifPresent(before -> detail.put("was", before.value()));
            AuditLog.append(handle, now, by, "parameter-set", is.subject(), detail);
            return is;
        });
    }

    /**
     * Takes a value back, so that what is set further out holds again. Also one whose rule is gone.
     *
     * @throws BadInput if none is set there, or the place reaches accounts that may not be seen
     */
    public void clear(String rule, String parameter, SettingPlace place, Actor by, Visible visible, Instant now) {
        ledger.write(handle -> {
            refuseBeyond(place, visible);
            RuleSetting was = RuleSettingRows.one(handle, rule, parameter, place)
                    .orElseThrow(() -> new BadInput("No value of '" + parameter + "' of the rule " + rule
                            + " is set for " + place.words() + "."));
            RuleSettingRows.remove(handle, was);
            Map<String, Object> detail = detail(was);
            detail.put("was", was.value());
            AuditLog.append(handle, now, by, "parameter-cleared", was.subject(), detail);
            return was;
        });
    }

    private static Map<String, Object> detail(RuleSetting setting) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("rule", setting.rule());
        detail.put("parameter", setting.parameter());
        detail.put("for", setting.place().kind());
        if (!setting.place().name().isEmpty()) {
            detail.put("place", setting.place().name());
        }
        return detail;
    }

    private static void checkPlace(Handle handle, SettingPlace place, Visible visible) {
        refuseBeyond(place, visible);
        LedgerAccounts known = LedgerAccounts.of(handle);
        boolean there = switch (place) {
            case SettingPlace.Organization everywhere -> true;
            case SettingPlace.Unit unit -> !known.in(List.of(unit.unit())).isEmpty();
            case SettingPlace.Account account -> known.all().containsKey(account.id());
        };
        if (!there) {
            throw new BadInput("No scan knows " + place.words()
                    + ", so the value would hold nowhere. See that it is written right, or scan it first.");
        }
    }

    /** A unit may get accounts that somebody does not see, so who sees some sets values for single ones. */
    private static void refuseBeyond(SettingPlace place, Visible visible) {
        if (!reaches(place, visible)) {
            throw new BadInput(
                    "A value for " + place.words()
                            + " reaches accounts that you may not see. Name an account of your own, or leave it to somebody who sees all of them.");
        }
    }

    /** Whether somebody may set values for a place: all it may ever hold is theirs to see. */
    public static boolean reaches(SettingPlace place, Visible visible) {
        return visible.accounts().isEmpty()
                || place instanceof SettingPlace.Account account && visible.holds(account.id());
    }

    /** What is set and holds in accounts that may be seen, by rule and parameter, what is for more accounts first. */
    public List<RuleSetting> all(Visible visible) {
        return ledger.read(handle -> {
            Set<String> units = new TreeSet<>();
            LedgerAccounts.of(handle).visible(visible).forEach(account -> units.addAll(account.units()));
            return RuleSettingRows.all(handle).stream()
                    .filter(setting -> switch (setting.place()) {
                        case SettingPlace.Organization everywhere -> true;
                        case SettingPlace.Unit unit -> visible.accounts().isEmpty() || units.contains(unit.unit());
                        case SettingPlace.Account account -> visible.holds(account.id());
                    })
                    .toList();
        });
    }

    /** Those that count, for an assessment. What the rules do not have any more is left out. */
    public RuleSettings inForce() {
        return settings(all(Visible.ALL));
    }

    /** Those of some that count. */
    public RuleSettings settings(List<RuleSetting> some) {
        Map<String, Map<String, Object>> general = new HashMap<>();
        Map<String, Map<String, Map<String, Object>>> units = new HashMap<>();
        Map<String, Map<String, Map<String, Object>>> accounts = new HashMap<>();
        some.stream().filter(setting -> trouble(setting).isEmpty()).forEach(setting -> {
            Map<String, Map<String, Object>> rules = switch (setting.place()) {
                case SettingPlace.Organization everywhere -> general;
                case SettingPlace.Unit unit -> units.computeIfAbsent(unit.unit(), name -> new HashMap<>());
                case SettingPlace.Account account -> accounts.computeIfAbsent(account.id(), id -> new HashMap<>());
            };
            rules.computeIfAbsent(setting.rule(), rule -> new HashMap<>()).put(setting.parameter(), setting.value());
        });
        return new RuleSettings(general, units, accounts);
    }

    /** Why a value does not count: its rule or parameter is gone, or of another type by now. Empty if it counts. */
    public Optional<String> trouble(RuleSetting setting) {
        try {
            RuleSettings.checkValue(catalog.rule(setting.rule()), setting.parameter(), setting.value());
            return Optional.empty();
        } catch (BadInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
