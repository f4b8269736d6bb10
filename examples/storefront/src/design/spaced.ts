/** `LabelMailed` as people read it: `Label mailed`. */
export const spaced = (tag: string): string => {
  const text = tag.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return text.slice(0, 1).toUpperCase() + text.slice(1);
};
