import { json, type Reply } from "./Standin.ts";

/** An error as the APIs tell it. */
export const no = (status: number, code: string, detail: string): Reply =>
  json(status, {
    apiVersion: "/v3",
    error: {
      code: `${status}`,
      message: "",
      errors: [{ status: `${status}`, code, title: "Error", detail, source: "x" }],
    },
  });
