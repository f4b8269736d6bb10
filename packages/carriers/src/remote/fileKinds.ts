/** How files of a kind begin. */
export const PDF: ReadonlyArray<number> = [0x25, 0x50, 0x44, 0x46, 0x2d];
export const PNG: ReadonlyArray<number> = [0x89, 0x50, 0x4e, 0x47];

/** Whether a file is of a kind, by its first bytes: what a provider calls it is not believed. */
export const beginsLike = (file: Uint8Array, kind: ReadonlyArray<number>): boolean =>
  kind.every((byte, at) => file[at] === byte);
