-- Parameters of rules that people have set, for all accounts or for some. Works on SQLite and PostgreSQL, as V1 does.

create table rule_setting (
    rule        text not null,
    parameter   text not null,
    place_kind  text not null,              -- organization, ou, account
    place       text not null,              -- name or id of the unit, id of the account; empty for the organization
    value       text not null,              -- JSON
    reason      text not null,
    set_by      text not null,
    set_at      bigint not null,
    primary key (rule, parameter, place_kind, place)
);
