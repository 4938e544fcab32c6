-- Scans that are made by themselves, what became of each scan that the server made, and people who sign in elsewhere.

create table schedule (
    id          text primary key,
    name        text not null,
    cron        text not null,              -- minute, hour, day of month, month, day of week
    zone        text not null,              -- that the cron expression is read in
    scope       text not null,
    active      boolean not null,
    created_by  text not null,
    created_at  bigint not null,
    next_run    bigint                      -- null: not active, or never again
);
create index schedule_next_run on schedule (next_run);

-- One row for each scan that the server began or had to skip.
create table scan_run (
    id          ${id},
    schedule    text,                       -- the schedule's id; it may be gone
    schedule_name text,                     -- as it was called then
    scope       text not null,
    started_by  text not null,              -- a person, or clock
    attempt     integer not null,           -- 2: once more, since the server ended during the first
    state       text not null,              -- running, done, failed, skipped, interrupted
    started_at  bigint not null,
    alive_at    bigint not null,            -- when the server that runs it last said so
    ended_at    bigint,
    snapshot    text,
    message     text
);
create index scan_run_state on scan_run (state);
create index scan_run_schedule on scan_run (schedule, id);
create index scan_run_snapshot on scan_run (snapshot);

-- Who signs in by OpenID Connect: issuer and subject stay, whatever the person is called there later.
create table identity (
    issuer      text not null,
    subject     text not null,
    person      text not null unique references person (name),
    created_at  bigint not null,
    last_seen   bigint not null,
    primary key (issuer, subject)
);
