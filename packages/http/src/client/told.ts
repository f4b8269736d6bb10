import type { Told } from "./follow.ts";

const END = /\r\n|\n|\r/;

/** One event of a stream, of its lines; nothing for what is only said to keep the connection open. */
const eventOf = (lines: ReadonlyArray<string>): Told | undefined => {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    fields.set(name, name === "data" && fields.has(name) ? `${fields.get(name)}\n${value}` : value);
  }
  const data = fields.get("data");
  const event = fields.get("event");
  if (data === undefined || (event !== "changed" && event !== "gone")) return undefined;
  const said = JSON.parse(data);
  return event === "gone" ? { event, data: said } : { event, id: fields.get("id") ?? "", data: said };
};

/** The server-sent events of an answer. A connection that breaks, ends. */
export async function* told(body: ReadableStream<Uint8Array>): AsyncGenerator<Told, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let lines: Array<string> = [];
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // Half a line's end may be still to come.
      const complete = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      const parts = complete.split(END);
      rest = (parts.pop() ?? "") + rest.slice(complete.length);
      for (const line of parts) {
        if (line === "") {
          const event = eventOf(lines);
          lines = [];
          if (event !== undefined) yield event;
        } else lines.push(line);
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
