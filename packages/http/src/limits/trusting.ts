import { compile } from "@fastify/proxy-addr";

/** So many addresses are known by heart: the proxies, and who was lately behind them. */
const MOST = 10_000;

/**
 * Whose word about a client's address is taken: addresses or networks, apart by commas, `loopback`, `linklocal`,
 * `uniquelocal`. Each address is compared with them once, not with every request.
 */
export const trusting = (trusted: string): ((address: string) => boolean) => {
  const isTrusted = compile(trusted.split(",").map((one) => one.trim()));
  const known = new Map<string, boolean>();
  return (address) => {
    const before = known.get(address);
    if (before !== undefined) return before;
    const now = isTrusted(address, 0);
    if (known.size >= MOST) known.clear();
    known.set(address, now);
    return now;
  };
};
