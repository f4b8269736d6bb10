/** The end of a number is enough to tell it from others; a name is told as a whole. */
export const shortOf = (id: string): string => (/\d/.test(id) ? id.slice(-6) : id);
