-- Made by the test of the migrations; not to be edited.

create table resale.answers (
  scope text collate "C" not null,
  key text collate "C" not null,
  fingerprint text not null,
  answer json not null,
  at bigint not null
);
CREATE INDEX answers_oldest ON resale.answers USING btree (at);
CREATE UNIQUE INDEX answers_pkey ON resale.answers USING btree (scope, key);

create table resale.batches (
  id uuid not null,
  conflicts integer[],
  answered integer[],
  written_at timestamp with time zone default now() not null
);
CREATE UNIQUE INDEX batches_pkey ON resale.batches USING btree (id);
CREATE INDEX batches_written ON resale.batches USING btree (written_at);

create table resale.catalogue (
  listing text collate "C" not null,
  entry json not null,
  category text collate "C" not null,
  grade text collate "C" not null,
  colour text collate "C",
  material text collate "C",
  own_stock boolean not null,
  price bigint not null,
  listed_at bigint not null,
  words tsvector not null,
  text text not null
) with (fillfactor=85);
CREATE INDEX catalogue_facets ON resale.catalogue USING btree (category, grade, colour, material, own_stock, price);
CREATE INDEX catalogue_newest ON resale.catalogue USING btree (listed_at DESC, listing DESC);
CREATE UNIQUE INDEX catalogue_pkey ON resale.catalogue USING btree (listing);
CREATE INDEX catalogue_price ON resale.catalogue USING btree (price, listing);
CREATE INDEX catalogue_text ON resale.catalogue USING gin (text gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX catalogue_words ON resale.catalogue USING gin (words) WITH (fastupdate=off);

create table resale.events (
  "position" bigint not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  at bigint not null,
  actor json not null,
  cause json not null,
  event json not null
);
CREATE UNIQUE INDEX events_pkey ON resale.events USING btree ("position");
CREATE UNIQUE INDEX events_subject ON resale.events USING btree (kind, id, version);

create table resale.journal (
  order_id text collate "C" not null,
  version integer not null,
  line integer not null,
  account text collate "C" not null,
  amount bigint not null
);
CREATE UNIQUE INDEX journal_pkey ON resale.journal USING btree (order_id, version, line);

create table resale.lookups (
  name text collate "C" not null,
  value text collate "C" not null,
  kind text collate "C" not null,
  created bigint not null,
  id text collate "C" not null
);
CREATE UNIQUE INDEX lookups_pkey ON resale.lookups USING btree (name, value, kind, created);

create table resale.members (
  id text collate "C" not null,
  folded_email text collate "C" not null,
  member json not null
);
CREATE INDEX members_email ON resale.members USING btree (folded_email);
CREATE UNIQUE INDEX members_pkey ON resale.members USING btree (id);

create table resale.migrations (
  migration_id integer not null,
  created_at timestamp with time zone default now() not null,
  name text not null
);
CREATE UNIQUE INDEX migrations_pkey ON resale.migrations USING btree (migration_id);

create table resale.positions (
  base bigint not null
);

create table resale.purchase_lines (
  member text collate "C" not null,
  id text collate "C" not null,
  purchased_at bigint not null,
  line json not null
);
CREATE INDEX purchase_lines_newest ON resale.purchase_lines USING btree (member, purchased_at DESC, id);
CREATE UNIQUE INDEX purchase_lines_pkey ON resale.purchase_lines USING btree (member, id);

create table resale.subjects (
  kind text collate "C" not null,
  id text collate "C" not null,
  version integer not null,
  state json not null,
  due_at bigint,
  setbacks smallint default 0 not null,
  status text collate "C" not null,
  claim text collate "C",
  seller text collate "C",
  buyer text collate "C",
  email text collate "C",
  tracking text collate "C",
  parent text collate "C",
  operator_tasks text[] collate "C" not null,
  stars smallint,
  created bigint not null,
  "position" bigint not null
) with (fillfactor=85, toast_tuple_target=8160);
CREATE UNIQUE INDEX subjects_claim ON resale.subjects USING btree (claim) WHERE (claim IS NOT NULL);
CREATE INDEX subjects_due ON resale.subjects USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX subjects_newest ON resale.subjects USING btree (kind, created DESC);
CREATE UNIQUE INDEX subjects_pkey ON resale.subjects USING btree (kind, id);
CREATE INDEX subjects_stars ON resale.subjects USING btree (seller) INCLUDE (stars) WHERE (stars IS NOT NULL);
CREATE INDEX subjects_status ON resale.subjects USING btree (kind, status, created DESC);
CREATE INDEX subjects_waiting ON resale.subjects USING btree (kind, created DESC) WHERE (cardinality(operator_tasks) > 0);

create table resale.tasks (
  key text collate "C" not null,
  subject text collate "C" not null,
  kind text collate "C" not null,
  task json not null,
  attempts integer default 0 not null,
  status text collate "C" default 'Waiting'::text not null,
  due_at bigint not null,
  lease uuid,
  last_error text,
  done_at bigint,
  number bigint generated always as identity not null,
  dropped json
) with (fillfactor=85);
CREATE INDEX tasks_due ON resale.tasks USING btree (due_at, number) WHERE (status = 'Waiting'::text);
CREATE INDEX tasks_ended ON resale.tasks USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE UNIQUE INDEX tasks_pkey ON resale.tasks USING btree (key);
CREATE INDEX tasks_status ON resale.tasks USING btree (status, number DESC);
CREATE INDEX tasks_subject ON resale.tasks USING btree (subject, number DESC);
