import { Program, preLoved, type Theme } from "@resale/core";
import { Result, Schema } from "effect";
import { describe, expect, it } from "vitest";

const decode = Schema.decodeUnknownResult(Program);
const withTheme = (change: Partial<Record<keyof Theme, unknown>>) => ({
  ...preLoved,
  mail: { ...preLoved.mail, theme: { ...preLoved.mail.theme, ...change } },
});
const withColour = (name: keyof Theme["colours"], light: string, dark?: string) => {
  const { colours } = preLoved.mail.theme;
  return withTheme({ colours: { ...colours, [name]: { light, dark: dark ?? colours[name].dark } } });
};
const messageOf = (value: unknown): string => {
  const decoded = decode(value);
  return Result.isSuccess(decoded) ? "it decodes" : `${decoded.failure}`;
};

const PNG = `iVBORw0KGgo${"A".repeat(40)}`;

describe("the look of a brand's mails", () => {
  it.each([
    [
      "a button whose words cannot be read",
      withColour("buttonText", "#2a2725"),
      ["buttonText", "light", "on button"],
    ],
    ["small print too pale on paper", withColour("quiet", "#999999"), ["quiet", "light", "on paper"]],
    ["words that vanish at night", withColour("ink", "#191715", "#3a3633"), ["ink", "dark", "on paper"]],
    ["an accent too light for its small letters", withColour("accent", "#c9a26a"), ["accent", "light"]],
    ["a colour by its name", withColour("ink", "black"), ["ink", "a colour such as #1c1916"]],
    [
      "a logo that is fetched in the clear",
      withTheme({ logo: { _tag: "Linked", width: 120, height: 40, light: "http://x.example/l.png" } }),
      ["logo", "https://"],
    ],
    [
      "a logo that is no PNG",
      withTheme({ logo: { _tag: "Attached", width: 120, height: 40, light: "PHN2Zz4=" } }),
      ["logo", "a PNG in base64"],
    ],
    [
      "a logo as wide as the mail",
      withTheme({ logo: { _tag: "Attached", width: 600, height: 40, light: PNG } }),
      ["width"],
    ],
    ["a sender without a name", withTheme({ sender: "  " }), ["sender"]],
    ["an empty line beneath", withTheme({ footer: [""] }), ["footer"]],
  ])("does not decode with %s, and the error names the field", (_, value, words) => {
    const message = messageOf(value);
    for (const word of ["mail", "theme", ...words]) expect(message).toContain(word);
  });

  it("says how far two colours stand apart, at the very border", () => {
    // #767676 on white is 4.54 to 1, #777777 is 4.47.
    const quiet = (light: string) =>
      withTheme({
        colours: {
          ...preLoved.mail.theme.colours,
          ground: { light: "#ffffff", dark: "#100f0e" },
          quiet: { light, dark: "#b3a99d" },
        },
      });
    expect(messageOf(quiet("#767676"))).toBe("it decodes");
    expect(messageOf(quiet("#777777"))).toContain("a contrast of 4.4 to 1, where 4.5 is the least");
  });

  it("may have a mark of its own, by day and by night, and a sender's name", () => {
    const logo = { _tag: "Attached", width: 160, height: 32, light: PNG, dark: PNG };
    expect(
      messageOf(withTheme({ logo, sender: "MK Pre-Loved", footer: ["11 West 42nd Street, New York"] })),
    ).toBe("it decodes");
  });
});
