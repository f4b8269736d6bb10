import { assert, describe, it } from "@effect/vitest";
import { restored, storable } from "../src/storable.ts";

const PARTS = ["a", "\0", "\\", "\\u0000", "\ud800", "\udc00", "\u{1f45c}", "u0000", "\\\\"];

const texts = PARTS.flatMap((one) => PARTS.flatMap((two) => PARTS.map((three) => one + two + three)));

describe("text on its way into PostgreSQL", () => {
  it("holds nothing that its text can't, and comes back as it was", () => {
    for (const text of texts) {
      const stored = storable(text);
      assert.isTrue(stored.isWellFormed() && !stored.includes("\0"));
      assert.strictEqual(restored(stored), text);
    }
  });

  it("is never stored like another", () => {
    const different = new Set(texts);
    assert.strictEqual(new Set([...different].map(storable)).size, different.size);
  });

  it("is left as it is where nothing is strange in it", () => {
    assert.strictEqual(storable("Größe 🛍 'x'"), "Größe 🛍 'x'");
  });
});
