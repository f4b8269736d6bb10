import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";
import { openPool } from "../server/openPool.ts";
import { calling, type Writer } from "./Writer.ts";

/**
 * Emmett appends the step's fact behind the expected version of the order's stream. It keeps no state, task or journal:
 * it writes less than the others, and what it would read to handle a command is not asked of it either.
 */
export const openEmmett = async (url: string): Promise<Writer> => {
  const pool = openPool(url);
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  // Streams begin where they are first written to: of the others there is no trace, which is no harder than a history.
  const begun = new Map<string, bigint>();
  const write = calling(async (orders, caller, callers) => {
    const { subject, events } = orders.next(caller, callers);
    const [recorded] = events;
    const stream = `order-${subject.id}`;
    const { nextExpectedStreamVersion } = await store.appendToStream(
      stream,
      [{ type: "PayoutIssued", data: { ...recorded } }],
      { expectedStreamVersion: begun.get(stream) ?? "STREAM_DOES_NOT_EXIST" },
    );
    begun.set(stream, nextExpectedStreamVersion);
  });
  return {
    write,
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};
