/**
 * PostgreSQL's text holds no NUL and no half of a surrogate pair, JavaScript's does. What a caller may write, and look
 * up again, is escaped with a backslash where it has one of them; two texts are never stored alike.
 */
export const storable = (text: string): string =>
  text.isWellFormed() && !text.includes("\0") && !text.includes("\\") ? text : escaped(text);

const escaped = (text: string): string =>
  text.replace(/[\0\\]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, (found) =>
    found === "\\" ? "\\\\" : `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** The reverse of {@link storable}. */
export const restored = (text: string): string =>
  text.includes("\\")
    ? text.replace(/\\(?:\\|u([0-9a-f]{4}))/g, (_, code: string | undefined) =>
        code === undefined ? "\\" : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

export const storableOrNull = (text: string | null): string | null => (text === null ? null : storable(text));
