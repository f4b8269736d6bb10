import type { Program } from "@resale/core";
import { selfContained } from "./layout/logo.ts";
import { BY_NIGHT } from "./layout/theme.ts";
import type { RenderedMail } from "./render.ts";

/** A mail's HTML as a machine that is set to light or to dark draws it, whatever the machine that looks is set to. */
export const preview = ({ html }: RenderedMail, program: Program, mode: "light" | "dark"): string =>
  selfContained(html, program.mail.theme)
    .replaceAll(BY_NIGHT, mode === "dark" ? "all" : "not all")
    .replaceAll("color-scheme:light dark", `color-scheme:only ${mode}`)
    .replaceAll('content="light dark"', `content="only ${mode}"`);
