import { openUpload } from "@resale/core";
import { expect, it } from "vitest";
import { reasonNotToStart } from "../src/refusal.ts";
import { start } from "../src/start.ts";
import { opened, present } from "./marketplace.ts";

const settings = {
  PHOTOS: "s3",
  S3_BUCKET: "photos-of-this-test",
  S3_REGION: "us-east-1",
  S3_ACCESS_KEY_ID: "somebody",
  S3_SECRET_ACCESS_KEY: "the-secret-of-this-test",
  /** Nobody listens there. */
  S3_ENDPOINT: "http://127.0.0.1:1",
};

it("R7 a shop asks its bucket for photos, and does not start without its name, region and key", async () => {
  const place = await opened(present);
  try {
    const env = { ...place.env, ...settings };
    for (const missing of ["S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]) {
      const refused = await start({ ...env, [missing]: "" }).catch((cause: unknown) => cause);
      expect(reasonNotToStart(refused)).toContain(missing);
    }
    const { url, stop } = await start(env);
    try {
      const answer = await fetch(`${url}/photos/${"p".repeat(32)}/list`);
      expect([answer.status, await answer.text()]).toEqual([503, expect.not.stringContaining("the-secret")]);
    } finally {
      await stop();
    }
    const direct = await start({ ...env, S3_LINKS: "signed", S3_DIRECT_UPLOADS: "true" });
    try {
      const shown = await fetch(`${direct.url}/photos/${"p".repeat(32)}/list`, { redirect: "manual" });
      expect(shown.status).toBe(302);
      expect(shown.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:1\/.*X-Amz-Signature=/);
      const actor = { _tag: "Support", id: "sam" } as const;
      const wish = { type: "image/jpeg", bytes: 1_000 } as const;
      const upload = await direct.runtime.runPromise(openUpload(actor, wish));
      expect(upload.url).toMatch(/^http:\/\/127\.0\.0\.1:1\/photos-of-this-test\/uploads\/kept-/);
    } finally {
      await direct.stop();
    }
  } finally {
    await place.close();
  }
});
