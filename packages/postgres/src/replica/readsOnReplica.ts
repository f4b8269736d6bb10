import type { PgClient } from "@effect/sql-pg";
import { Catalogue, type Find, History, Store, Timers } from "@resale/core";
import { Effect } from "effect";
import { makeReplica } from "./Replica.ts";

/** The ports of which some reads may go to a replica. */
export interface ReadPorts {
  readonly store: Store["Service"];
  readonly history: History["Service"];
  readonly timers: Timers["Service"];
  readonly catalogue: Catalogue["Service"];
}

/** Whose things are asked for, or by what a parcel's scans find their order: that has to be so now. */
const isOfSomebody = ({ seller, buyer, email, tracking, parent, credit }: Find): boolean =>
  [seller, buyer, email, tracking, parent, credit].some((name) => name !== undefined);

/**
 * The same ports, with what may lag read elsewhere.
 *
 * *Details.* The catalogue: from the replica, however far behind, as a page in somebody's browser is. The desk's lists,
 * the events of all subjects and the balances: from the replica, if it holds what this process has written, so that who
 * has just acted sees it. All else from the primary: loads and answers come before a commit, and a decision upon an old
 * state would lose its race again and again for as long as the replica lags; scans that find no order are let go; one
 * subject's own events and postings are held against its state.
 */
export const readsOnReplica = (
  here: ReadPorts,
  there: Pick<ReadPorts, "store" | "history" | "catalogue">,
  primary: PgClient.PgClient,
  replica: PgClient.PgClient,
): ReadPorts => {
  const { howeverLate, withOwnWrites, wrote } = makeReplica(primary, replica);
  const noting = <A, E>(write: Effect.Effect<A, E>): Effect.Effect<A, E> =>
    Effect.tap(write, () => Effect.sync(wrote));
  return {
    store: Store.of({
      ...here.store,
      commit: (commit) => noting(here.store.commit(commit)),
      find: (query) =>
        isOfSomebody(query)
          ? here.store.find(query)
          : withOwnWrites(there.store.find(query), here.store.find(query)),
    }),
    history: History.of({
      ...here.history,
      all: (after, limit) => withOwnWrites(there.history.all(after, limit), here.history.all(after, limit)),
      last: withOwnWrites(there.history.last, here.history.last),
      // A sum over all that was ever booked: the server's own limit ends it.
      balances: withOwnWrites(there.history.balances, here.history.balances, "5 minutes"),
    }),
    timers: Timers.of({ ...here.timers, drain: (request) => noting(here.timers.drain(request)) }),
    catalogue: Catalogue.of({
      search: (request) => howeverLate(there.catalogue.search(request), here.catalogue.search(request)),
      facets: (filter) => howeverLate(there.catalogue.facets(filter), here.catalogue.facets(filter)),
    }),
  };
};
