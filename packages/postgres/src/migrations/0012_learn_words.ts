import { statements } from "./statements.ts";

const WORDS = (text: string): string => `unnest(tsvector_to_array(to_tsvector('simple', ${text})))`;

/**
 * Every word that an entry's title, colour, material or category has had: what a typo is compared with. That is a
 * thousandth of what all texts are, and takes the place of an index over their letters. Two that learn a word at the
 * same time may write it twice; nobody waits.
 */
export const learnWords = statements(
  "lock table resale.catalogue in share row exclusive mode",
  "create table resale.catalogue_vocabulary (word text not null)",
  `insert into resale.catalogue_vocabulary (word)
  select distinct word from resale.catalogue, ${WORDS("text")} word`,
  "create index catalogue_vocabulary_word on resale.catalogue_vocabulary (word)",
  `create index catalogue_vocabulary_alike on resale.catalogue_vocabulary using gin (word gin_trgm_ops)
    with (fastupdate = off)`,
  `create function resale.learn_words() returns trigger language plpgsql as $$
  begin
    insert into resale.catalogue_vocabulary (word)
    select distinct said.word from entries e, ${WORDS("e.text")} said (word)
    where not exists (select from resale.catalogue_vocabulary known where known.word = said.word);
    return null;
  end $$`,
  `create function resale.relearn_words() returns trigger language plpgsql as $$
  begin
    insert into resale.catalogue_vocabulary (word)
    select distinct said.word from ${WORDS("new.text")} said (word)
    where not exists (select from resale.catalogue_vocabulary known where known.word = said.word);
    return null;
  end $$`,
  `create trigger learn_inserted after insert on resale.catalogue
    referencing new table as entries for each statement execute function resale.learn_words()`,
  `create trigger learn_updated after update on resale.catalogue for each row
    when (old.text is distinct from new.text) execute function resale.relearn_words()`,
);
