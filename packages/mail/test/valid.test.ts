import { preLoved } from "@resale/core";
import { everyMail, MAIL_SHOP } from "@resale/testkit/contracts";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { render } from "../src/index.ts";
import { links } from "./sample.ts";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Mail programs drop style sheets: what must hold stands on each element.
    "no-inline-style": "off",
    // Outlook draws mails with Word, which knows `align`, `bgcolor`, `cellpadding` and `border` alone.
    "no-deprecated-attr": "off",
    // Word alone reads them, and would else draw mails as wide as its window.
    "no-conditional-comment": "off",
    // The older word for `none`: screen readers beside older mail programs know this one.
    "presentation-role-style": "off",
    // Tables lay mails out, as their role says; every byte of them counts against Gmail's 102 KB.
    "prefer-tbody": "off",
  },
});

describe("every mail's HTML", () => {
  it.each(everyMail("Tote & “Co” <b>").map((mail, index) => [`${mail._tag} ${index}`, mail] as const))(
    "%s is valid",
    async (_, mail) => {
      const report = await validator.validateString(render(preLoved, mail, links).html);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
        ),
      ).toEqual([]);
    },
  );

  it("would be found out if it were not", async () => {
    const { html } = render(preLoved, everyMail("Tote")[0] ?? expect.fail("no mail"), links);
    const broken = html.replace("</h1>", "").replace("<html lang", `<html data-shop="${MAIL_SHOP}" lang`);
    expect((await validator.validateString(broken)).valid).toBe(false);
  });
});
