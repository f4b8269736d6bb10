const safe = /^(https?:\/\/|mailto:|cid:logo-)[^\s\p{Cc}"'<>`\\]+$/iu;

/**
 * A link as it may stand in a mail: one that leads to a page or a mailbox, and runs nothing. What would break out of
 * its quotes is encoded; any other kind of address is no link.
 */
export const linkTo = (href: string): string | undefined => {
  if (safe.test(href)) return href;
  const address = URL.parse(href);
  if (address === null || !/^(https?|mailto):$/.test(address.protocol)) return undefined;
  const encoded = address.href.replace(
    /[\s"'<>`\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return safe.test(encoded) ? encoded : undefined;
};
