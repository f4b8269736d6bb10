import { hash } from "node:crypto";

/** Where a key has come before, and whether with the same content. */
export interface Sighting {
  readonly line: number;
  readonly isSame: boolean;
}

/** FNV-1a: tells whether a row says the same again, where nobody gains by making it look so. */
const printOf = (text: string): number => {
  let print = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193);
  return print >>> 0;
};

/**
 * The keys of a file so far, each with the line it stood on and a fingerprint of what it said: 16 bytes for a place in
 * the table, of which at most three in five are taken.
 */
export class Seen {
  #places = 1 << 16;
  #taken = 0;
  /** Two words of the key's fingerprint, one of the content's, and the line; a place without a line is free. */
  #words = new Uint32Array(this.#places * 4);

  /** Says where the key has come before, or remembers that it has come now. */
  see(key: string, content: string, line: number): Sighting | undefined {
    const print = hash("sha1", key, "buffer");
    const [one, two] = [print.readUInt32LE(0), print.readUInt32LE(4)];
    const what = printOf(content);
    const at = this.#find(one, two);
    const found = this.#words[at + 3] ?? 0;
    if (found > 0) return { line: found, isSame: this.#words[at + 2] === what };
    this.#words.set([one, two, what, line], at);
    if (++this.#taken > this.#places * 0.6) this.#grow();
    return undefined;
  }

  #find(one: number, two: number): number {
    for (let place = one % this.#places; ; place = (place + 1) % this.#places) {
      const at = place * 4;
      if (this.#words[at + 3] === 0) return at;
      if (this.#words[at] === one && this.#words[at + 1] === two) return at;
    }
  }

  #grow(): void {
    const before = this.#words;
    this.#places *= 2;
    this.#words = new Uint32Array(this.#places * 4);
    for (let at = 0; at < before.length; at += 4) {
      if (before[at + 3] === 0) continue;
      this.#words.set(before.subarray(at, at + 4), this.#find(before[at] ?? 0, before[at + 1] ?? 0));
    }
  }
}
