-- Who is told what changed. Works on SQLite and PostgreSQL, as V1 does.

create table channel (
    id          text primary key,
    kind        text not null,              -- email, slack, jira, …
    name        text not null,
    settings    text not null,
    secrets     text not null,              -- by name, each sealed by the vault
    active      boolean not null
);

create table route (
    id          text primary key,
    name        text not null,
    channel     text not null references channel (id),
    filter      text not null,
    digest_hour integer,                    -- of the day, UTC; null: at once
    active      boolean not null,
    told        bigint not null,            -- the last finding_event that it told, or had not to tell
    told_at     bigint not null             -- when it last looked
);
create index route_channel on route (channel);

create table delivery (
    id          text primary key,
    route       text not null,              -- its id and name; it may be gone by now
    route_name  text not null,
    channel     text not null references channel (id),
    finding     text,                       -- where it is about one alone
    title       text not null,
    payload     text not null,
    made        bigint not null,
    due         bigint not null,
    attempts    integer not null,
    state       text not null,              -- waiting, sent, dead
    claimed     bigint,                     -- until then somebody is sending it
    trouble     text
);
create index delivery_due on delivery (state, due);
create index delivery_channel on delivery (channel);

-- The ticket that a channel keeps for a finding. What people write into finding.ticket is theirs and stays.
create table ticket (
    finding     text not null references finding (id),
    channel     text not null references channel (id),
    number      text not null,              -- how the ticket system calls it
    link        text not null,
    closed      boolean not null,
    primary key (finding, channel)
);
