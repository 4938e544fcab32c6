-- Which files were made of assessments and handed out. Works on SQLite and PostgreSQL, as V1 does.

create table report (
    id          text primary key,
    made_at     bigint not null,
    made_by     text not null,
    format      text not null,
    framework   text not null,
    assessment  text not null,              -- the snapshot's id; its verdicts may be gone by now
    moment      bigint not null,            -- the snapshot's time
    file        text not null,              -- its name
    bytes       bigint not null,
    sha256      text not null
);
create index report_made_at on report (made_at);
create index report_sha256 on report (sha256);

-- The accounts that it tells of: who may not see all of them does not see it.
create table report_account (
    report      text not null references report (id),
    account_id  text not null,
    primary key (report, account_id)
);
