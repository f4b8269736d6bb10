import { statements } from "./statements.ts";

/** Orders that were paid out before are found by their gift cards, too; nobody is kept from a table meanwhile. */
export const findGiftCards = statements(`
  insert into resale.lookups (name, value, kind, created, id)
  select 'credit', coalesce(nullif(regexp_replace(s.reference, '^.*/', ''), ''), s.reference), s.kind, s.created, s.id
  from (
    select kind, id, created, state #>> '{payout,reference}' as reference
    from resale.subjects where kind = 'order'
  ) s
  where s.reference is not null
  on conflict do nothing`);
