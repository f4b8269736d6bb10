import { expect, test } from "vitest";
import { keep, NARROW, STEP, type Stage } from "../stage.ts";
import { barriers, overflows, picture, signInAs } from "../visitor.ts";

export const selling = (stage: Stage): void => {
  test(
    "R46 a seller sees what they get while they slide the price, and the piece as buyers will",
    async () => {
      const { page, mishaps, leave } = await stage.enter(NARROW, "dark");
      await signInAs(page, /^Grace/);
      await page
        .getByRole("button", { name: /^Sell this: / })
        .first()
        .click();
      await page.getByRole("radio", { name: /Good/ }).check();
      const slider = page.getByRole("slider");
      await slider.waitFor();
      await slider.fill("10000");
      await page.getByText("You get $80.00 (80 %)").waitFor();
      await slider.press("ArrowRight");
      await page.getByText("You get $80.80 (80 %)").waitFor();
      expect(await page.getByLabel("Your price, in dollars").inputValue()).toBe("101.00");
      await page.getByText("Saved.").waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await keep(page, "sell-price-phone-dark");
      await page.getByRole("link", { name: "See it as buyers will" }).click();
      await page.getByText("This is your own listing.").waitFor();
      await page.getByText("This piece is not on sale just now.").waitFor();
      expect(mishaps).toEqual([]);
      await leave();
    },
    STEP,
  );

  test(
    "R7 a photo that is being sent is seen with how far it has come, and one that fails can be sent again",
    async () => {
      const { page, mishaps, leave } = await stage.enter(NARROW);
      await signInAs(page, /^Grace/);
      await page
        .getByRole("button", { name: /^Sell this: / })
        .first()
        .click();
      const file = { name: "front.jpg", mimeType: "image/jpeg", buffer: await picture(page) };
      let goOn: () => void = () => undefined;
      const waiting = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      await page.route(/\/api\/photos$/, async (route) => {
        await waiting;
        await route.abort();
      });
      await page.getByLabel("Add a photo: Front").setInputFiles(file);
      await page.getByRole("progressbar", { name: "Sent: Front" }).waitFor();
      await keep(page, "sell-sending-phone");
      expect(await barriers(page)).toEqual([]);
      goOn();
      await page.getByRole("progressbar").waitFor({ state: "detached" });
      await page.getByText("was not sent").waitFor();
      await page.unroute(/\/api\/photos$/);
      await page.getByLabel("Add a photo: Front").setInputFiles(file);
      await page.getByLabel("Replace: Front").waitFor({ state: "attached" });
      expect(mishaps).toEqual([]);
      await leave();
    },
    STEP,
  );
};
