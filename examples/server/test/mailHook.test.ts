import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { opened, surroundings } from "./marketplace.ts";

const SECRET = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;

it("a shop hears of bounces over HTTP from whoever signs them, and does not start with half a secret", async () => {
  const room = await opened(surroundings);
  try {
    const half = await start({ ...room.env, MAIL_HOOK_SECRET: "whsec_half" }).catch(
      (cause: unknown) => cause,
    );
    expect(reasonNotToStart(half)).toContain("MAIL_HOOK_SECRET");
    expect(reasonNotToStart(half)).not.toContain("whsec_half");
    const { url, stop } = await start({ ...room.env, MAIL_HOOK_SECRET: SECRET });
    try {
      const report = { messageId: "<a.ItemSold.1@b>", recipient: "ada@example.com", outcome: "Failed" };
      const body = JSON.stringify({ reports: [report] });
      const post = async (secret: string) => {
        const at = new Date();
        const headers = {
          "content-type": "application/json",
          "webhook-id": "msg_1",
          "webhook-timestamp": `${Math.floor(at.getTime() / 1000)}`,
          "webhook-signature": new Webhook(secret).sign("msg_1", at, body),
        };
        const answer = await fetch(`${url}/webhooks/mail`, { method: "POST", headers, body });
        return [answer.status, await answer.json()];
      };
      const taken = [200, { taken: 1 }];
      expect(await post(SECRET)).toEqual(taken);
      expect(await post(SECRET)).toEqual([200, { taken: 0 }]);
      const other = `whsec_${Buffer.alloc(24, 8).toString("base64")}`;
      expect(await post(other)).toMatchObject([401, { type: "/problems/webhook-refused" }]);
    } finally {
      await stop();
    }
  } finally {
    await room.close();
  }
});
