-- Works on SQLite and PostgreSQL. Moments are milliseconds since 1970 UTC; lists and maps are JSON texts; ${id} is a number that the database gives.

create table assessment (
    id          text primary key,           -- the snapshot's id
    moment      bigint not null,            -- the snapshot's time
    tracked_at  bigint not null,
    partition_id text not null,
    scope       text not null,
    accounts    integer not null,           -- active ones
    entered     integer not null,
    regions     integer not null,
    gaps        integer not null,
    opened      integer not null,
    resolved    integer not null,
    reopened    integer not null
);
create index assessment_moment on assessment (moment);

create table account (
    id          text primary key,
    name        text not null,
    status      text not null,
    entered     boolean not null,
    ous         text not null,              -- names, from the root down
    ou_ids      text not null,
    regions     text not null,              -- those that a scan of all that it could read would read
    assessment  text not null               -- the last one that had it in scope
);

create table finding (
    id          text primary key,           -- FindingId
    partition_id text not null,
    rule        text not null,
    severity    integer not null,           -- 0 informational to 4 critical, the rule's when last seen
    account_id  text not null,
    region      text not null,
    unit        text not null,
    asset       text,
    tags        text not null,              -- the asset's
    reason      text not null,
    evidence    text not null,
    warnings    text not null,
    rests_on    text not null default '[]', -- cells of other accounts without which it cannot be said to be gone
    state       text not null,              -- open, resolved
    first_seen  bigint not null,
    last_seen   bigint not null,
    assessment  text not null,              -- the last one that saw it fail
    resolved_at bigint,
    reopened    integer not null,
    not_seen    text,                       -- why the newest assessment says nothing of it
    owner       text,
    disposition text not null,              -- none, investigating, false-positive
    ticket      text,
    comments    integer not null,
    exception   text                        -- id of the one that covers it
);
create index finding_state on finding (state, severity, first_seen);
create index finding_rule on finding (rule, account_id);
create index finding_account on finding (account_id);
create index finding_asset on finding (asset);
create index finding_resolved on finding (resolved_at);

create table finding_event (
    id          ${id},
    finding     text not null references finding (id),
    moment      bigint not null,
    kind        text not null,
    actor       text not null,
    detail      text,
    assessment  text
);
create index finding_event_finding on finding_event (finding);
create index finding_event_assessment on finding_event (assessment, kind);
create index finding_event_moment on finding_event (moment, kind);

-- What a rule's units came to in an account, and from when until when: a row only when that changed.
create table control_state (
    id          ${id},
    rule        text not null,
    account_id  text not null,
    since       bigint not null,
    until       bigint,                     -- null: still
    assessment  text not null,              -- the last one before or at "since"
    status      text not null,
    passed      bigint not null,
    failed      bigint not null,            -- without a valid exception
    excepted    bigint not null,
    not_applicable bigint not null,
    manual      bigint not null,
    unknown     bigint not null,
    affected    bigint not null
);
create unique index control_state_place on control_state (rule, account_id, since);
create index control_state_until on control_state (until, rule);

-- Counts how often numbers or accounts changed, so that what was worked out of them is known to hold still.
create table numbers_version (
    version     bigint not null
);
insert into numbers_version (version) values (0);

create table exception (
    id          text primary key,
    rules       text not null,
    scope       text not null,
    reason      text not null,
    owner       text not null,
    proposed_by text not null,
    proposed_at bigint not null,
    decided_by  text,
    decided_at  bigint,
    decision    text not null,              -- open, approved, rejected
    ended_by    text,
    ended_at    bigint,
    expires     bigint not null,
    note        text,                       -- of who decided
    renews      text                        -- id of the one that it shall follow
);

create table attestation (
    id          text primary key,
    rule        text not null,
    accounts    text not null,
    units       text not null,
    answer      text not null,              -- yes, no, not_applicable
    given_by    text not null,
    given_at    bigint not null,
    note        text,
    evidence    text,
    expires     bigint not null,
    ended_by    text,
    ended_at    bigint
);

-- Nobody changes or deletes a row of it: triggers see to that, and each row's hash is over the row and the hash before.
create table audit_log (
    id          ${id},
    moment      bigint not null,
    actor       text not null,
    action      text not null,
    subject     text not null,
    detail      text not null,
    address     text,
    hash        text not null
);
create index audit_log_subject on audit_log (subject);

create table person (
    name        text primary key,
    role        text not null,              -- viewer, auditor, engineer, admin
    scope       text not null,
    password    text not null,              -- Argon2id, or empty for one who comes by OpenID Connect only
    totp        text,                       -- sealed by the vault, as is the next
    totp_new    text,                       -- waits for its first code
    totp_step   bigint not null,            -- of the last code taken: none is taken twice
    active      boolean not null,
    must_change boolean not null,
    created_at  bigint not null,
    last_seen   bigint
);

create table session (
    id          text primary key,           -- SHA-256 of the cookie's value
    person      text not null references person (name),
    created_at  bigint not null,
    last_seen   bigint not null
);
create index session_person on session (person);

create table token (
    id          text primary key,
    hash        text not null unique,       -- SHA-256 of the token
    name        text not null,
    person      text not null references person (name),
    role        text not null,
    created_at  bigint not null,
    expires     bigint not null,
    last_used   bigint,
    ended_at    bigint
);

create table saved_view (
    id          text primary key,
    page        text not null,
    name        text not null,
    query       text not null,
    shared      boolean not null,
    person      text not null references person (name)
);
