import { Email, type Message, type Program, preLoved, readProgram, type Theme } from "@resale/core";
import { everyMail, messageOf } from "@resale/testkit/contracts";
import { createTransport } from "nodemailer";
import { describe, expect, it } from "vitest";
import { compose } from "../src/compose.ts";
import { headersOf, preview, render } from "../src/index.ts";
import { parseMail } from "./InternetMail.ts";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const branded = (theme: Partial<Theme>): Program =>
  readProgram({
    ...preLoved,
    mail: { ...preLoved.mail, theme: { ...preLoved.mail.theme, ...theme } },
  });
const [mail = expect.fail("no mail")] = everyMail("Tote");

describe("a brand's look", () => {
  it("stands in every mail: its colours by day in each element, by night in the styles, and its words beneath", () => {
    const { colours } = preLoved.mail.theme;
    const program = branded({
      colours: {
        ...colours,
        button: { light: "#7a0019", dark: "#f7c6d0" },
        buttonText: { light: "#ffffff", dark: "#2b0009" },
      },
      footer: ["11 West 42nd Street, New York <b>"],
    });
    for (const one of everyMail("Tote")) {
      const { html, text } = render(program, one);
      expect(html.includes("background-color:#7a0019")).toBe(html.includes('class="button"'));
      expect(html).toContain(".b-button{background-color:#f7c6d0!important}");
      expect(html).toContain("11 West 42nd Street, New York &lt;b&gt;");
      expect(text).toContain("11 West 42nd Street, New York <b>");
    }
  });

  it("names its sender", () => {
    const message: Message = { ...messageOf("Receipt"), program: branded({ sender: "MK Pre-Loved" }) };
    expect(headersOf(message)[0]).toEqual(["From", "MK Pre-Loved <preloved@resale.example>"]);
    expect(headersOf({ ...message, program: preLoved })[0]?.[1]).toMatch(/^Michael Kors Pre-Loved </);
  });

  it("shows a linked mark with the brand's name for whoever loads no pictures, another by night", () => {
    const logo = {
      _tag: "Linked",
      width: 160,
      height: 32,
      light: "https://b.example/day.png",
      dark: "https://b.example/night.png",
    } as const;
    const { html } = render(branded({ logo }), mail);
    expect(html).toMatch(/<img class="by-day" src="https:\/\/b\.example\/day\.png"[^>]*alt="Michael Kors"/);
    expect(html).toMatch(/<img class="by-night" src="https:\/\/b\.example\/night\.png"[^>]*display:none/);
    expect(
      render(branded({ logo: { _tag: "Linked", width: 9 + 9, height: 18, light: logo.light } }), mail).html,
    ).not.toContain('class="by-night"');
  });

  it("carries an attached mark inside the mail, not among its files, and shows it from there", async () => {
    const program = branded({ logo: { _tag: "Attached", width: 160, height: 32, light: PNG } });
    const message = { ...messageOf("Receipt"), to: Email.make("ada@example.com"), program };
    const { options, html } = compose(message);
    expect(html).toContain('src="cid:logo-light"');
    const { message: raw } = await createTransport({ streamTransport: true, buffer: true }).sendMail(options);
    const source = raw.toString();
    expect(source).toMatch(/Content-Id: <logo-light>/i);
    expect(source).toMatch(/Content-Disposition: inline/i);
    expect(source).toContain("multipart/related");
    const read = await parseMail(Buffer.from(source));
    expect(read.html).toContain("data:image/png;base64");
    expect(preview(render(program, mail), program, "dark")).toContain(`src="data:image/png;base64,${PNG}"`);
  });
});
