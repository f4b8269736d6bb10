import { fastify } from "fastify";
import postgres from "postgres";

// A process of its own: Fastify and a statement or two by the fastest driver, as short as it can be written.
const [url = ""] = process.argv.slice(2);
const sql = postgres(url, { max: 4 });
const app = fastify();
app.get<{ Params: { listing: string } }>("/listings/:listing", async ({ params }, reply) => {
  const [row] = await sql`
    select version, state from resale.subjects where kind = 'listing' and id = ${params.listing}`;
  return row ?? reply.code(404).send();
});
// An order as the least that could be called one: a price is looked up, a row is held, the payment tried and taken.
await sql`create table if not exists public.bare_orders (id uuid primary key, listing text unique, asked json, status text)`;
app.post<{ Body: { listings: ReadonlyArray<string> } }>("/quotes", async ({ body }) => {
  const [row] =
    await sql`select state from resale.subjects where kind = 'listing' and id = ${body.listings[0] ?? ""}`;
  return { price: row?.["state"].terms.price };
});
app.post<{ Body: { listings: ReadonlyArray<string> } }>("/checkouts", async ({ body }) => {
  const id = crypto.randomUUID();
  await sql`insert into public.bare_orders values (${id}, ${body.listings[0] ?? ""}, ${JSON.stringify(body)}::json, 'Held')`;
  return { id };
});
app.post<{ Params: { id: string } }>("/checkouts/:id/payment", async ({ params: { id } }) => {
  await sql`update public.bare_orders set status = 'Paying' where id = ${id}`;
  await sql`update public.bare_orders set status = 'Placed' where id = ${id}`;
  return { id };
});
process.stdout.write(`Ready ${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);
