-- A ledger as Plumbline left it at its first form (V1 and V1_1), with rows in every table: a dump by SQLite. Statements are parted by empty lines.
-- Never edit it: it stands for what people have on disk.

CREATE TABLE account (
    id          text primary key,
    name        text not null,
    status      text not null,
    entered     boolean not null,
    ous         text not null,              -- names, from the root down
    ou_ids      text not null,
    regions     text not null,              -- those that a scan of all that it could read would read
    assessment  text not null               -- the last one that had it in scope
);

INSERT INTO "account" VALUES('111122223333','name of 111122223333','ACTIVE',1,'["Root","Unit"]','["r-1","ou-1"]','["eu-west-1","us-east-1"]','2026-06-03T06-00-00Z');

CREATE TABLE assessment (
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

INSERT INTO "assessment" VALUES('2026-06-02T06-00-00Z',1780380000000,1780380600000,'aws','organization; all enabled regions',1,1,2,0,2,0,0);

INSERT INTO "assessment" VALUES('2026-06-03T06-00-00Z',1780466400000,1780467000000,'aws','organization; all enabled regions',1,1,2,0,1,1,0);

CREATE TABLE attestation (
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

INSERT INTO "attestation" VALUES('att-5bdfc5bb022b','account-contact-details','["111122223333"]','[]','yes','ana',1780552800000,'looked at it',NULL,1785736800000,NULL,NULL);

CREATE TABLE audit_log (
    id          integer primary key autoincrement,
    moment      bigint not null,
    actor       text not null,
    action      text not null,
    subject     text not null,
    detail      text not null,
    address     text,
    hash        text not null
);

INSERT INTO "audit_log" VALUES(1,1780552800000,'setup','person-added','admin','{"role":"admin","scope":{"accounts":[],"ous":[]}}',NULL,'f4c38001dc6a619afce5be1a9b09866d00db1d186142b8143c312e4938398fd1');

INSERT INTO "audit_log" VALUES(2,1780552800000,'admin','person-added','ana','{"role":"engineer","scope":{"accounts":["111122223333"],"ous":[]}}',NULL,'041d5ae2d198ffea31aa616be575f3555de763116ab346e5ebf61e3522135140');

INSERT INTO "audit_log" VALUES(3,1780552800000,'admin','person-added','bob','{"role":"engineer","scope":{"accounts":[],"ous":[]}}',NULL,'75769148e3ee45ebc5d87babafabbf4278559e5fe97bdd9b21ef00b69f55a931');

INSERT INTO "audit_log" VALUES(4,1780552800000,'ana','second-factor-begun','ana','{}',NULL,'b477c1b966cdf453f9cebb55289dc4c57394632a09db605c016bf28a201d080e');

INSERT INTO "audit_log" VALUES(5,1780552800000,'ana','token-made','token-e0d4036f79b7','{"expires":"2026-07-04T06:00:00Z","name":"ci","role":"viewer"}',NULL,'8da0515fba1b61075db5713350730c4faec96aaf56fb68b843f9851d16edbcef');

INSERT INTO "audit_log" VALUES(6,1780552800000,'ana','finding-changed','42702ad19458a548c95c19f61121c381','{"comment":"looking at it","disposition":"investigating","findings":["42702ad19458a548c95c19f61121c381"],"owner":"ana","ticket":"https://tickets.example.com/1"}',NULL,'9eaf301d614ac0c551b283db9d774767bc3ffab2d1da95952c01bd2ec99b7a5c');

INSERT INTO "audit_log" VALUES(7,1780552800000,'ana','exception-proposed','ex-536c37f447c5','{"expires":"2026-08-03T06:00:00Z","owner":"carol","reason":"a robot","rules":["each-person"],"scope":{"accounts":["111122223333"],"ous":[],"regions":[],"arns":[],"tags":{}}}',NULL,'b38473bf802d9c31e782baec658e7a566bcee4f03591a27f41f21e8bc9631886');

INSERT INTO "audit_log" VALUES(8,1780552800000,'bob','exception-approved','ex-536c37f447c5','{"note":"until the move"}',NULL,'8817c711b0de86bd89089c2c43187b9e9b0e7682a53fe899e50501b98f5dc3bb');

INSERT INTO "audit_log" VALUES(9,1780552800000,'ana','attestation-given','att-5bdfc5bb022b','{"accounts":["111122223333"],"answer":"yes","expires":"2026-08-03T06:00:00Z","note":"looked at it","rule":"account-contact-details","units":[]}',NULL,'e607c3185e3e545420900be85535b2c5f380b1a038bf1bff58a911f0a2627028');

CREATE TABLE control_state (
    id          integer primary key autoincrement,
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

INSERT INTO "control_state" VALUES(1,'any-thing','111122223333',1780380600000,1780467000000,'2026-06-02T06-00-00Z','PASS',1,0,0,0,0,0,0);

INSERT INTO "control_state" VALUES(2,'each-owner','111122223333',1780380600000,NULL,'2026-06-02T06-00-00Z','NOT_APPLICABLE',0,0,0,0,0,0,0);

INSERT INTO "control_state" VALUES(3,'each-person','111122223333',1780380600000,1780467000000,'2026-06-02T06-00-00Z','NOT_APPLICABLE',0,0,0,0,0,0,0);

INSERT INTO "control_state" VALUES(4,'each-thing','111122223333',1780380600000,1780467000000,'2026-06-02T06-00-00Z','FAIL',0,2,0,0,0,0,2);

INSERT INTO "control_state" VALUES(5,'any-thing','111122223333',1780467000000,NULL,'2026-06-03T06-00-00Z','NOT_APPLICABLE',0,0,0,0,0,0,0);

INSERT INTO "control_state" VALUES(6,'each-person','111122223333',1780467000000,1780552800000,'2026-06-03T06-00-00Z','FAIL',0,1,0,0,0,0,1);

INSERT INTO "control_state" VALUES(7,'each-thing','111122223333',1780467000000,NULL,'2026-06-03T06-00-00Z','FAIL',1,1,0,0,0,0,1);

INSERT INTO "control_state" VALUES(8,'each-person','111122223333',1780552800000,NULL,'2026-06-03T06-00-00Z','PASS',0,0,1,0,0,0,0);

CREATE TABLE exception (
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

INSERT INTO "exception" VALUES('ex-536c37f447c5','["each-person"]','{"accounts":["111122223333"],"ous":[],"regions":[],"arns":[],"tags":{}}','a robot','carol','ana',1780552800000,'bob',1780552800000,'approved',NULL,NULL,1785736800000,'until the move',NULL);

CREATE TABLE finding (
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

INSERT INTO "finding" VALUES('42702ad19458a548c95c19f61121c381','aws','each-thing',2,'111122223333','eu-west-1','kept','kept','{}','it is bad','{"a":1}','[]','[]','open',1780380000000,1780466400000,'2026-06-03T06-00-00Z',NULL,0,NULL,'ana','investigating','https://tickets.example.com/1',1,NULL);

INSERT INTO "finding" VALUES('fe30d2c983fcf3f421a1a10ba19eb3ac','aws','each-thing',2,'111122223333','us-east-1','old','old','{}','it is bad','{"a":1}','[]','[]','resolved',1780380000000,1780380000000,'2026-06-02T06-00-00Z',1780466400000,0,NULL,NULL,'none',NULL,0,NULL);

INSERT INTO "finding" VALUES('5417f217c7566bfa49507391b5e528b9','aws','each-person',4,'111122223333','global','new','new','{}','it is bad','{"a":1}','[]','[]','open',1780466400000,1780466400000,'2026-06-03T06-00-00Z',NULL,0,NULL,NULL,'none',NULL,0,'ex-536c37f447c5');

CREATE TABLE finding_event (
    id          integer primary key autoincrement,
    finding     text not null references finding (id),
    moment      bigint not null,
    kind        text not null,
    actor       text not null,
    detail      text,
    assessment  text
);

INSERT INTO "finding_event" VALUES(1,'42702ad19458a548c95c19f61121c381',1780380000000,'opened','scan',NULL,'2026-06-02T06-00-00Z');

INSERT INTO "finding_event" VALUES(2,'fe30d2c983fcf3f421a1a10ba19eb3ac',1780380000000,'opened','scan',NULL,'2026-06-02T06-00-00Z');

INSERT INTO "finding_event" VALUES(3,'5417f217c7566bfa49507391b5e528b9',1780466400000,'opened','scan',NULL,'2026-06-03T06-00-00Z');

INSERT INTO "finding_event" VALUES(4,'fe30d2c983fcf3f421a1a10ba19eb3ac',1780466400000,'resolved','scan','it is good','2026-06-03T06-00-00Z');

INSERT INTO "finding_event" VALUES(5,'42702ad19458a548c95c19f61121c381',1780552800000,'assigned','ana','ana',NULL);

INSERT INTO "finding_event" VALUES(6,'42702ad19458a548c95c19f61121c381',1780552800000,'disposition','ana','investigating',NULL);

INSERT INTO "finding_event" VALUES(7,'42702ad19458a548c95c19f61121c381',1780552800000,'ticket','ana','https://tickets.example.com/1',NULL);

INSERT INTO "finding_event" VALUES(8,'42702ad19458a548c95c19f61121c381',1780552800000,'commented','ana','looking at it',NULL);

INSERT INTO "finding_event" VALUES(9,'5417f217c7566bfa49507391b5e528b9',1780552800000,'excepted','bob','ex-536c37f447c5',NULL);

CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);

INSERT INTO "flyway_schema_history" VALUES(1,'1','ledger','SQL','V1__ledger.sql',-883720982,'','2026-11-22 20:03:20.739',11,1);

INSERT INTO "flyway_schema_history" VALUES(2,'1.1','audit log is append only','SQL','V1_1__audit_log_is_append_only.sql',1507402760,'','2026-11-22 20:03:20.750',3,1);

CREATE TABLE numbers_version (
    version     bigint not null
);

INSERT INTO "numbers_version" VALUES(5);

CREATE TABLE person (
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

INSERT INTO "person" VALUES('admin','admin','{"accounts":[],"ous":[]}','$argon2id$v=19$m=19456,t=2,p=1$Z59hJQSRIxjSVrnUy86KTg$n0THK5PleEoLolAXcZJXxBqLJ6+7sehiki+py1gWeoY',NULL,NULL,0,1,1,1780552800000,NULL);

INSERT INTO "person" VALUES('ana','engineer','{"accounts":["111122223333"],"ous":[]}','$argon2id$v=19$m=19456,t=2,p=1$TpWhWR+ymi7+DauzAtC37g$ha4hUDhaGQukYfwwXGadSYd7mqFlNmT3ceruYxfX7IA',NULL,'PRGBlp3bklQzTsMQuwsuQH5f8seQQcvo_eZALaefHdaDC24yxN3Ff2uSGGAVZERAsytRPIfypGCWWfZY',0,1,1,1780552800000,NULL);

INSERT INTO "person" VALUES('bob','engineer','{"accounts":[],"ous":[]}','$argon2id$v=19$m=19456,t=2,p=1$oKc8gV/LLrgq3r9ZJtGetA$8V5Palt4QL0CMd+jK2+kisw/n/NR1SSBLhcAkaqqFR0',NULL,NULL,0,1,1,1780552800000,NULL);

CREATE TABLE saved_view (
    id          text primary key,
    page        text not null,
    name        text not null,
    query       text not null,
    shared      boolean not null,
    person      text not null references person (name)
);

INSERT INTO "saved_view" VALUES('view-b87a64cd7358','findings','mine','?owner=me',1,'ana');

CREATE TABLE session (
    id          text primary key,           -- SHA-256 of the cookie's value
    person      text not null references person (name),
    created_at  bigint not null,
    last_seen   bigint not null
);

INSERT INTO "session" VALUES('d660fdf06349b1beab4d1cc122683331f6c0db88e47ea38c4cc8f9f959feb3c9','ana',1780552800000,1780552800000);

CREATE TABLE token (
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

INSERT INTO "token" VALUES('token-e0d4036f79b7','d17af5598d11b4fa8b95358d8b7fdf06b221b21f381756571215cdb427204959','ci','ana','viewer',1780552800000,1783144800000,NULL,NULL);

CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");

CREATE INDEX assessment_moment on assessment (moment);

CREATE INDEX finding_state on finding (state, severity, first_seen);

CREATE INDEX finding_rule on finding (rule, account_id);

CREATE INDEX finding_account on finding (account_id);

CREATE INDEX finding_asset on finding (asset);

CREATE INDEX finding_resolved on finding (resolved_at);

CREATE INDEX finding_event_finding on finding_event (finding);

CREATE INDEX finding_event_assessment on finding_event (assessment, kind);

CREATE INDEX finding_event_moment on finding_event (moment, kind);

CREATE UNIQUE INDEX control_state_place on control_state (rule, account_id, since);

CREATE INDEX control_state_until on control_state (until, rule);

CREATE INDEX audit_log_subject on audit_log (subject);

CREATE INDEX session_person on session (person);

CREATE TRIGGER audit_log_no_update before update on audit_log
begin
    select raise(abort, 'Nobody changes the audit log');
end;

CREATE TRIGGER audit_log_no_delete before delete on audit_log
begin
    select raise(abort, 'Nobody changes the audit log');
end;

DELETE FROM "sqlite_sequence";

INSERT INTO "sqlite_sequence" VALUES('finding_event',9);

INSERT INTO "sqlite_sequence" VALUES('control_state',8);

INSERT INTO "sqlite_sequence" VALUES('audit_log',9);
