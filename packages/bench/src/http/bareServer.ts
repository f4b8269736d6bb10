import { fastify } from "fastify";
import postgres from "postgres";

// A process of its own: Fastify and one select by the fastest driver, as short as it can be written.
const [url = ""] = process.argv.slice(2);
const sql = postgres(url, { max: 4 });
const app = fastify();
app.get<{ Params: { listing: string } }>("/listings/:listing", async ({ params }, reply) => {
  const [row] = await sql`
    select version, state from resale.subjects where kind = 'listing' and id = ${params.listing}`;
  return row ?? reply.code(404).send();
});
process.stdout.write(`Ready ${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);
