import { BlockList, isIP } from "node:net";

const special = new BlockList();

// What IANA keeps for special purposes: this host, private, shared, loopback, link-local (cloud metadata among it),
// protocol assignments, documentation, benchmarks, multicast, reserved.
const IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // A cloud's own services behind an address that looks public.
  ["168.63.129.16", 32],
] as const;
for (const [net, prefix] of IPV4) special.addSubnet(net, prefix, "ipv4");

// Of IPv6 only 2000::/3 is public; in it these are not, or hold an IPv4 address that may not be.
const IPV6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;
for (const [net, prefix] of IPV6) special.addSubnet(net, prefix, "ipv6");

const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");

/** Whether an address is one of the public Internet: anything else leads inside, or nowhere. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, "ipv4");
    case 6:
      return global.check(address, "ipv6") && !special.check(address, "ipv6");
    default:
      return false;
  }
};
