export type Params = Readonly<Record<string, string>>;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The parameters of a path that fits `/orders/:id`; nothing, if it does not fit. */
export const match = (pattern: string, path: string): Params | undefined => {
  const wanted = pattern.split("/");
  const given = path.replace(/(.)\/+$/, "$1").split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, step] of wanted.entries()) {
    const part = given[index] ?? "";
    if (step.startsWith(":") && part !== "") params[step.slice(1)] = decode(part);
    else if (step !== part) return undefined;
  }
  return params;
};
