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
) with (fillfactor=85, autovacuum_vacuum_scale_factor=0.02, autovacuum_vacuum_insert_scale_factor=0.02, autovacuum_analyze_scale_factor=0.02);
CREATE INDEX catalogue_by_age ON resale.catalogue USING btree (listed_at DESC, listing DESC) INCLUDE (price, category, grade, colour, material, own_stock);
CREATE INDEX catalogue_by_price ON resale.catalogue USING btree (price, listing) INCLUDE (listed_at, category, grade, colour, material, own_stock);
CREATE INDEX catalogue_by_values ON resale.catalogue USING btree (category, grade, colour, material, own_stock, price) INCLUDE (listed_at, listing);
CREATE UNIQUE INDEX catalogue_pkey ON resale.catalogue USING btree (listing);
CREATE INDEX catalogue_words ON resale.catalogue USING gin (words) WITH (fastupdate=off);
CREATE TRIGGER count_deleted AFTER DELETE ON resale.catalogue REFERENCING OLD TABLE AS entries FOR EACH STATEMENT EXECUTE FUNCTION resale.count_entries();
CREATE TRIGGER count_inserted AFTER INSERT ON resale.catalogue REFERENCING NEW TABLE AS entries FOR EACH STATEMENT EXECUTE FUNCTION resale.count_entries();
CREATE TRIGGER count_truncated AFTER TRUNCATE ON resale.catalogue FOR EACH STATEMENT EXECUTE FUNCTION resale.count_nothing();
CREATE TRIGGER count_updated AFTER UPDATE ON resale.catalogue FOR EACH ROW WHEN (((((((old.category IS DISTINCT FROM new.category) OR (old.grade IS DISTINCT FROM new.grade)) OR (old.colour IS DISTINCT FROM new.colour)) OR (old.material IS DISTINCT FROM new.material)) OR (old.own_stock IS DISTINCT FROM new.own_stock)) OR (old.price IS DISTINCT FROM new.price))) EXECUTE FUNCTION resale.recount_entry();
CREATE TRIGGER learn_inserted AFTER INSERT ON resale.catalogue REFERENCING NEW TABLE AS entries FOR EACH STATEMENT EXECUTE FUNCTION resale.learn_words();
CREATE TRIGGER learn_updated AFTER UPDATE ON resale.catalogue FOR EACH ROW WHEN ((old.text IS DISTINCT FROM new.text)) EXECUTE FUNCTION resale.relearn_words();

create table resale.catalogue_bands (
  width integer not null,
  band bigint not null,
  combination bigint not null,
  entries integer not null
) with (autovacuum_vacuum_scale_factor=0.02, autovacuum_vacuum_insert_scale_factor=0.02);
CREATE INDEX catalogue_bands_band ON resale.catalogue_bands USING btree (width, band, combination) INCLUDE (entries);

create table resale.catalogue_changes (
  combination bigint not null,
  category text collate "C" not null,
  grade text collate "C" not null,
  colour text collate "C",
  material text collate "C",
  own_stock boolean not null,
  price bigint not null,
  change integer not null
);

create table resale.catalogue_combinations (
  combination bigint not null,
  category text collate "C" not null,
  grade text collate "C" not null,
  colour text collate "C",
  material text collate "C",
  own_stock boolean not null,
  entries integer not null
);
CREATE INDEX catalogue_combinations_combination ON resale.catalogue_combinations USING btree (combination);

create table resale.catalogue_vocabulary (
  word text not null
);
CREATE INDEX catalogue_vocabulary_alike ON resale.catalogue_vocabulary USING gin (word gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX catalogue_vocabulary_word ON resale.catalogue_vocabulary USING btree (word);

create table resale.deliveries (
  subscription text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  heard integer not null,
  wanted integer not null,
  failures integer default 0 not null,
  failing_since bigint,
  due_at bigint,
  lease uuid,
  last json
) with (fillfactor=80);
CREATE INDEX deliveries_due ON resale.deliveries USING btree (subscription, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX deliveries_heard ON resale.deliveries USING btree ((((last ->> 'at'::text))::double precision)) WHERE (due_at IS NULL);
CREATE UNIQUE INDEX deliveries_pkey ON resale.deliveries USING btree (subscription, kind, id);

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

create table resale.figures (
  day text collate "C" not null,
  figure text collate "C" not null,
  grade text collate "C" not null,
  band bigint not null,
  own_stock boolean not null,
  count bigint not null,
  cents bigint not null,
  took bigint not null
) with (fillfactor=80);
CREATE UNIQUE INDEX figures_pkey ON resale.figures USING btree (day, figure, grade, band, own_stock);

create table resale.figures_position (
  "position" bigint not null
) with (fillfactor=10);
CREATE UNIQUE INDEX figures_position_one ON resale.figures_position USING btree ((true));

create table resale.hits (
  key text collate "C" not null,
  until bigint not null,
  hits bigint not null
);
CREATE UNIQUE INDEX hits_pkey ON resale.hits USING btree (key, until);
CREATE INDEX hits_until ON resale.hits USING btree (until);

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

create table resale.photos (
  id text collate "C" not null,
  at bigint not null,
  upload text,
  leased_until bigint,
  photo text,
  used_by text[] default '{}'::text[] not null,
  doomed boolean default false not null
) with (fillfactor=80);
CREATE INDEX photos_doomed ON resale.photos USING btree (at, id) WHERE doomed;
CREATE INDEX photos_idle ON resale.photos USING btree (at, id) WHERE (NOT doomed);
CREATE UNIQUE INDEX photos_pkey ON resale.photos USING btree (id);

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
CREATE INDEX subjects_by_status ON resale.subjects USING btree (status, kind, created DESC);
CREATE UNIQUE INDEX subjects_claim ON resale.subjects USING btree (claim) WHERE (claim IS NOT NULL);
CREATE INDEX subjects_due ON resale.subjects USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE UNIQUE INDEX subjects_pkey ON resale.subjects USING btree (kind, id);
CREATE INDEX subjects_stars ON resale.subjects USING btree (seller) INCLUDE (stars) WHERE (stars IS NOT NULL);
CREATE INDEX subjects_waiting ON resale.subjects USING btree (kind, created DESC) WHERE (cardinality(operator_tasks) > 0);

create table resale.subscriptions (
  id text collate "C" not null,
  url text not null,
  events json not null,
  include text not null,
  secret text not null,
  former_secret text,
  former_until bigint,
  rotations integer not null,
  "position" bigint not null,
  created_at bigint not null,
  created_by json not null,
  disabled json,
  disabled_since bigint,
  noticed boolean not null,
  version integer default 1 not null
);
CREATE UNIQUE INDEX subscriptions_pkey ON resale.subscriptions USING btree (id);

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
CREATE INDEX tasks_ended ON resale.tasks USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE UNIQUE INDEX tasks_pkey ON resale.tasks USING btree (key);
CREATE INDEX tasks_status ON resale.tasks USING btree (status, number DESC);
CREATE INDEX tasks_subject ON resale.tasks USING btree (subject, number DESC);
CREATE INDEX tasks_waiting ON resale.tasks USING btree (kind, due_at, number) WHERE (status = 'Waiting'::text);

CREATE OR REPLACE FUNCTION resale.count_entries()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into resale.catalogue_changes
    select hash_record_extended((category, grade, colour, material, own_stock), 0),
      category, grade, colour, material, own_stock, price, case tg_op when 'INSERT' then 1 else -1 end
    from entries;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION resale.count_nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    delete from resale.catalogue_changes;
    delete from resale.catalogue_bands;
    delete from resale.catalogue_combinations;
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION resale.learn_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into resale.catalogue_vocabulary (word)
    select distinct said.word from entries e, unnest(tsvector_to_array(to_tsvector('simple', e.text))) said (word)
    where not exists (select from resale.catalogue_vocabulary known where known.word = said.word);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION resale.recount_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into resale.catalogue_changes
    select hash_record_extended((category, grade, colour, material, own_stock), 0), e.*
    from (values
      (old.category, old.grade, old.colour, old.material, old.own_stock, old.price, -1),
      (new.category, new.grade, new.colour, new.material, new.own_stock, new.price, 1)
    ) e (category, grade, colour, material, own_stock, price, change);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION resale.relearn_words()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    insert into resale.catalogue_vocabulary (word)
    select distinct said.word from unnest(tsvector_to_array(to_tsvector('simple', new.text))) said (word)
    where not exists (select from resale.catalogue_vocabulary known where known.word = said.word);
    return null;
  end $function$;
