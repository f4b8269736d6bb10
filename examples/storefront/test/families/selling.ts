import { expect, test } from "vitest";
import { NARROW, STEP, WIDE } from "../extent.ts";
import { looksAlike, looksRight } from "../looking.ts";
import { photo } from "../pictures.ts";
import { goesOnAt } from "../shopping.ts";
import type { Name, Stage } from "../stage.ts";
import { go } from "../Visitors.ts";

const startSelling = async (stage: Stage, as: Name, scheme: "light" | "dark" = "light") => {
  const page = await stage.enter("/sell", NARROW, { as, scheme });
  await page
    .getByRole("button", { name: /^Sell this: / })
    .first()
    .click();
  await page.getByRole("radio", { name: /Good/ }).waitFor();
  return page;
};

export const selling = (stage: () => Stage): void => {
  test(
    "R7 a member lists a piece, the reviewer changes its price, and everybody finds it",
    async () => {
      const seller = await startSelling(stage(), "Ada");
      await seller.getByRole("button", { name: "Submit for review" }).click();
      await seller.getByText("choose a grade").waitFor();
      await goesOnAt(seller, /^ul: needs a photo of/);
      await looksRight(seller, "sell-incomplete");
      const buffer = await photo;
      for (const shot of ["Front", "Back", "Inside"]) {
        const file = { name: `${shot}.jpg`, mimeType: "image/jpeg", buffer };
        await seller.getByLabel(`Add a photo: ${shot}`).setInputFiles(file);
        await seller.getByLabel(`Replace: ${shot}`).waitFor({ state: "attached" });
      }
      await seller.getByRole("radio", { name: /Excellent/ }).check();
      await seller.getByRole("button", { name: "Mark a spot: Front" }).click({ position: { x: 30, y: 60 } });
      await seller.getByLabel("What is to be seen, and where").fill("Scuffed corner");
      await seller.getByRole("slider", { name: "The mark, from top to bottom" }).fill("90");
      await seller.getByRole("button", { name: "Add a sign of wear" }).click();
      const closeUp = { name: "corner.jpg", mimeType: "image/jpeg", buffer };
      await seller.getByLabel("Add a photo: Close-up: Scuffed corner").setInputFiles(closeUp);
      await seller.getByLabel("Replace: Close-up: Scuffed corner").waitFor({ state: "attached" });
      await looksAlike(seller, "sell-marked");
      await seller.getByLabel("Describe the piece").fill("Carried twice, to a wedding and to another one.");
      await seller.getByRole("button", { name: "Use it" }).click();
      await seller.getByText(/You get \$[\d.]+ \(80 %\)/).waitFor();
      await seller.getByRole("button", { name: "Submit for review" }).click();
      await seller.getByText("In review").waitFor();
      await goesOnAt(seller, /^h1: /);
      await looksRight(seller, "sell-submitted");
      const id = new URL(seller.url()).pathname.split("/").at(-1) ?? "";

      const reviewer = await stage().enter(`/desk/listing/${id}`, WIDE, { as: "Rita" });
      const points = reviewer.locator(".decision fieldset input[type=checkbox]");
      await points.first().waitFor();
      for (const point of await points.all()) await point.check();
      expect(
        await reviewer.locator(".compare .mark").getAttribute("data-sign"),
        "the mark is seen at the desk",
      ).toBe("1");
      await reviewer.getByLabel("Price, in dollars").fill("100");
      await reviewer.getByText("The seller gets $80.00 of $100.00.").waitFor();
      await reviewer.getByRole("button", { name: "Approve" }).click();
      await reviewer.getByRole("dialog").getByRole("button", { name: "Approve" }).click();
      await reviewer.waitForURL((url) => !url.pathname.endsWith(id));

      await seller.getByText("$100.00").first().waitFor();
      const { listing } = await stage().visitor.catalogue.listing({ params: { listing: id as never } });
      expect(listing).toMatchObject({ state: "Live", price: 100_00 });
      const { at } = listing.details.imperfections[0] ?? {};
      expect(at).toMatchObject({ photo: listing.details.photos[0]?.photo.id, y: 9000 });
      expect(at?.x, "where the photo was tapped").toBeLessThan(3000);
      await go(reviewer, `/listings/${id}`);
      const mark = reviewer.locator(".gallery .mark");
      await mark.waitFor();
      expect(await mark.evaluate((element) => element.style.top)).toBe("90%");
      await looksRight(reviewer, "piece-marked");
    },
    STEP,
  );

  test(
    "R46 a seller sees what they get while they slide the price, and the piece as buyers will",
    async () => {
      const page = await startSelling(stage(), "Grace", "dark");
      await page.getByText("What Excellent looks like").click();
      await page.locator(".examples a").first().waitFor();
      await page.getByRole("radio", { name: /Good/ }).check();
      const slider = page.getByRole("slider");
      await slider.waitFor();
      await slider.fill("10000");
      await page.getByText("You get $80.00 (80 %)").waitFor();
      await slider.press("ArrowRight");
      await page.getByText("You get $80.80 (80 %)").waitFor();
      expect(await page.getByLabel("Your price, in dollars").inputValue()).toBe("101.00");
      await page.getByText("Saved.").waitFor();
      await looksRight(page, "sell-price");
      await page.getByRole("link", { name: "See it as buyers will" }).click();
      await page.getByText("This is your own listing.").waitFor();
      await page.getByText("This piece is not on sale just now.").waitFor();
    },
    STEP,
  );

  test(
    "R7 a photo that is being sent is seen with how far it has come, and one that fails can be sent again",
    async () => {
      const page = await startSelling(stage(), "Grace");
      const file = { name: "front.jpg", mimeType: "image/jpeg", buffer: await photo };
      let goOn: () => void = () => undefined;
      const waiting = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      await page.route(/\/api\/photos\/uploads\//, async (route) => {
        await waiting;
        await route.abort();
      });
      await page.getByLabel("Add a photo: Front").setInputFiles(file);
      await page.getByRole("progressbar", { name: "Sent: Front" }).waitFor();
      await looksRight(page, "sell-sending");
      goOn();
      await page.getByRole("progressbar").waitFor({ state: "detached" });
      await page.getByText("was not sent").waitFor();
      await page.unroute(/\/api\/photos\/uploads\//);
      await page.getByLabel("Add a photo: Front").setInputFiles(file);
      await page.getByLabel("Replace: Front").waitFor({ state: "attached" });
    },
    STEP,
  );
};
