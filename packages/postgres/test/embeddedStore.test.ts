import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Store } from "@resale/core";
import { embeddedStore } from "@resale/postgres/embedded";
import { change, newSubject } from "@resale/testkit/contracts";
import { Effect, Option } from "effect";
import { expect, test } from "vitest";

test("R55 a store on a database of one's own keeps what was committed until the next start", async () => {
  const home = mkdtempSync(join(tmpdir(), "resale-embedded-store-"));
  chmodSync(home, 0o755);
  const dataDir = join(home, "data");
  const subject = newSubject();
  const once = <A>(work: Effect.Effect<A, unknown, Store>) =>
    Effect.runPromise(Effect.provide(work, embeddedStore({ dataDir, readConnections: 1 })));
  try {
    await once(Store.use(({ commit }) => commit({ changes: [change(subject)] })));
    const [found] = await once(Store.use(({ load }) => load([subject])));
    expect(found === undefined || Option.isNone(found)).toBe(false);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);
