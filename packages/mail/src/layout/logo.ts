import type { Logo, Theme } from "@resale/core";

type Mode = "light" | "dark";

const nameOf = (mode: Mode): string => `logo-${mode}`;

/** Where a mail finds the logo: at its address, or among its own parts. */
export const logoSource = (logo: Logo, mode: Mode): string => {
  if (logo._tag === "Linked") return (mode === "dark" ? logo.dark : undefined) ?? logo.light;
  return `cid:${nameOf(mode === "dark" && logo.dark !== undefined ? "dark" : "light")}`;
};

/** The parts of a mail that its own HTML shows. */
export const logoParts = ({
  logo,
}: Pick<Theme, "logo">): ReadonlyArray<{ readonly cid: string; readonly base64: string }> => {
  if (logo?._tag !== "Attached") return [];
  const light = { cid: nameOf("light"), base64: logo.light };
  return logo.dark === undefined ? [light] : [light, { cid: nameOf("dark"), base64: logo.dark }];
};

/** A mail's HTML for a page outside a mail, where there are no other parts: they are written into it. */
export const selfContained = (markup: string, theme: Pick<Theme, "logo">): string =>
  logoParts(theme).reduce(
    (all, { cid, base64 }) => all.replaceAll(`src="cid:${cid}"`, `src="data:image/png;base64,${base64}"`),
    markup,
  );
