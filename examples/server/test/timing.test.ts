import { createServer } from "node:http";
import { describe, expect, it } from "vitest";
import { timeSales, timingText } from "../src/demo/timing.ts";
import { wishesOf } from "../src/demo/wishes.ts";

const listening = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer((_, response) => void response.end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
};

describe("the demo's stopwatch", () => {
  it("puts each answer's time under what was asked, and leaves out the first sale", async () => {
    const { url, close } = await listening();
    const plain = globalThis.fetch;
    let sold = 0;
    const timing = await timeSales(2, async () => {
      sold++;
      await fetch(`${url}/quotes`, { method: "POST", body: "{}" });
      await fetch(new URL("/checkouts/1/payment", url), { method: "POST" });
      await fetch(new Request(`${url}/listings/1`));
      if (sold === 1) await fetch(`${url}/photos`, { method: "POST" });
    }).finally(close);
    const asked = Object.entries(timing.parts).filter(([, time]) => time > 0);
    expect(asked.map(([name]) => name).sort()).toEqual(["payment", "quote", "reading"]);
    expect(timing.sale).toBeGreaterThan(timing.parts["quote"] ?? 0);
    expect([timing.sales, sold]).toEqual([2, 3]);
    expect(globalThis.fetch).toBe(plain);
    expect(timingText(timing)).toContain("One whole sale, of 2");
  });

  it("asks for a number of sales", () => {
    expect(wishesOf(["--time", "3"])).toEqual({ _tag: "Time", sales: 3, json: false });
    expect(wishesOf(["--time", "many"])).toMatchObject({ _tag: "Unknown" });
    expect(wishesOf(["--time", "0"])).toMatchObject({ _tag: "Unknown" });
  });
});
