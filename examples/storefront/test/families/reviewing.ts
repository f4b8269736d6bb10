import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { twice } from "../shopping.ts";
import type { Stage } from "../stage.ts";

const pieceOf = (url: string) => new URL(url).pathname.split("/").at(-1) ?? "";

/** Whatever other tests have left, two pieces wait. */
const leaveTwo = async ({ reviewer }: Stage): Promise<void> => {
  const { entries } = await reviewer.review.queue({ query: { limit: 100 } });
  for (const { id, inside } of entries.slice(2)) {
    const reason = { code: "Other", text: "Another test's." } as never;
    await reviewer.review.deny({
      params: { listing: id },
      payload: { revision: inside?.revision ?? 0, reason },
    });
  }
};

export const reviewing = (stage: () => Stage): void => {
  test(
    "R14 two reviewers do not collide: whoever is slower is told, and goes on to the next",
    async () => {
      const slow = await stage().enter("/desk/review", WIDE, { as: "Rita" });
      await slow.getByText(/pieces wait/).waitFor();
      await looksRight(slow, "queue");
      await slow.keyboard.press("n");
      await slow.getByText("Looked at, and right").waitFor();
      const first = pieceOf(slow.url());
      const fast = await stage().enter(`/desk/listing/${first}`, NARROW, { as: "Rita", scheme: "dark" });
      await fast.getByRole("button", { name: "Deny" }).click();
      const question = fast.getByRole("dialog");
      await question.getByLabel("Reason").selectOption({ index: 1 });
      await question.getByLabel("In your words").fill("The photos show another piece.");
      await looksRight(fast, "deny");
      await twice(question.getByRole("button", { name: "Deny" }));
      await fast.waitForURL((url) => !url.pathname.endsWith(first));
      await fast.getByText(/^Denied: .+\.$/).waitFor({ state: "attached" });
      await slow.getByText("Decided meanwhile: denied.").waitFor();
      await looksAlike(slow, "decided-meanwhile");
      await slow.keyboard.press("n");
      await slow.waitForURL((url) => !url.pathname.endsWith(first));
      await slow.getByLabel("Price, in dollars").waitFor();
      const { listing } = await stage().support.catalogue.listing({ params: { listing: first as never } });
      expect(listing.state).toBe("Denied");
    },
    STEP,
  );

  test(
    "R11 a reviewer works through the line by keyboard, and sees the payout of another price at once",
    async () => {
      await leaveTwo(stage());
      const page = await stage().enter("/desk/review", WIDE, { as: "Rita" });
      await page.getByText("2 pieces wait.").waitFor();
      await page.keyboard.press("n");
      const price = page.getByLabel("Price, in dollars");
      await price.waitFor();
      const first = pieceOf(page.url());
      await page.getByText("What has happened").waitFor();
      await page.getByText("Handed in for review").waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("a");
      expect(await page.getByRole("dialog").count(), "nothing is approved before all points are").toBe(0);
      for (const key of ["1", "2", "3", "4"]) await page.keyboard.press(key);
      await page.keyboard.press("p");
      await page.keyboard.type("100a");
      expect(await page.getByRole("dialog").count(), "a letter typed into a field is no shortcut").toBe(0);
      await page.getByText("A price is an amount above zero").waitFor();
      await page.keyboard.press("Backspace");
      await page.locator(".decision output").getByText("The seller gets $80.00 of $100.00.").waitFor();
      await looksRight(page, "review");
      await price.blur();
      await page.keyboard.press("a");
      await page.getByRole("dialog").getByText("they are told, and may withdraw").waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(
        (url) => url.pathname.startsWith("/desk/listing/") && !url.pathname.endsWith(first),
      );
      const { listing } = await stage().visitor.catalogue.listing({ params: { listing: first as never } });
      expect(listing.price).toBe(100_00);
      await page.getByText(`Approved: ${listing.title}.`).waitFor({ state: "attached" });

      await price.waitFor();
      const second = pieceOf(page.url());
      await page.keyboard.press("c");
      const ask = page.getByRole("dialog", { name: "Ask for changes" });
      await ask.getByLabel("What is to be changed").fill("The inside is too dark to see.");
      await page.keyboard.press("Enter");
      await page.getByText("Nothing waits for review.").waitFor();
      await page.getByText(/^Changes asked for: /).waitFor({ state: "attached" });
      const asked = await stage().support.catalogue.listing({ params: { listing: second as never } });
      expect(asked.listing.inside?.changes).toEqual([
        { field: "photos", problem: "The inside is too dark to see." },
      ]);
    },
    STEP,
  );
};
