package io.plumbline.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import tools.jackson.databind.json.JsonMapper;

/** The table of what is set for rules. */
final class RuleSettingRows {
    private static final String THIS =
            " where rule = :rule and parameter = :parameter and place_kind = :kind and place = :place";

    /** What holds for more accounts first; databases order texts by the language that they were set up with. */
    private static final Comparator<RuleSetting> WIDEST_FIRST = Comparator.comparing(RuleSetting::rule)
            .thenComparing(RuleSetting::parameter)
            .thenComparing(setting -> switch (setting.place()) {
                case SettingPlace.Organization everywhere -> 0;
                case SettingPlace.Unit unit -> 1;
                case SettingPlace.Account account -> 2;
            })
            .thenComparing(setting -> setting.place().name());

    private RuleSettingRows() {}

    static List<RuleSetting> all(Handle handle) {
        return handle.createQuery("select * from rule_setting").map((row, context) -> setting(row)).list().stream()
                .sorted(WIDEST_FIRST)
                .toList();
    }

    static int count(Handle handle) {
        return handle.createQuery("select count(*) from rule_setting")
                .mapTo(Integer.class)
                .one();
    }

    static Optional<RuleSetting> one(Handle handle, String rule, String parameter, SettingPlace place) {
        return bind(handle.createQuery("select * from rule_setting" + THIS), rule, parameter, place)
                .map((row, context) -> setting(row))
                .findOne();
    }

    static void put(Handle handle, RuleSetting setting) {
        bind(
                        handle.createUpdate(
                                "insert into rule_setting (rule, parameter, place_kind, place, value, reason, set_by, set_at)"
                                        + " values (:rule, :parameter, :kind, :place, :value, :reason, :by, :at)"
                                        + " on conflict (rule, parameter, place_kind, place) do update set value = excluded.value,"
                                        + " reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at"),
                        setting.rule(),
                        setting.parameter(),
                        setting.place())
                .bind("value", Columns.json(setting.value()))
                .bind("reason", setting.reason())
                .bind("by", setting.by())
                .bind("at", setting.at().toEpochMilli())
                .execute();
    }

    static void remove(Handle handle, RuleSetting setting) {
        bind(
                        handle.createUpdate("delete from rule_setting" + THIS),
                        setting.rule(),
                        setting.parameter(),
                        setting.place())
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, String rule, String parameter, SettingPlace place) {
        return statement
                .bind("rule", rule)
                .bind("parameter", parameter)
                .bind("kind", place.kind())
                .bind("place", place.name());
    }

    private static RuleSetting setting(ResultSet row) throws SQLException {
        return new RuleSetting(
                row.getString("rule"),
                row.getString("parameter"),
                SettingPlace.of(row.getString("place_kind"), row.getString("place")),
                JsonMapper.shared().readValue(row.getString("value"), Object.class),
                row.getString("reason"),
                row.getString("set_by"),
                Columns.moment(row, "set_at"));
    }
}
