import {
  type Actor,
  CountryCode,
  Email,
  type Member,
  MemberId,
  type PostalAddress,
  RegionCode,
  Zip,
} from "@resale/core";

/** Somebody who can sign in to the reference shop, and what they are there. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly part: "Member" | "Reviewer" | "Support";
  readonly about: string;
}

const address = (name: string, line1: string, city: string, region: string, zip: string): PostalAddress => ({
  name,
  line1,
  city,
  region: RegionCode.make(region),
  zip: Zip.make(zip),
  country: CountryCode.make("US"),
});

const member = (name: string, at: PostalAddress, membership: Member["membership"] = "Active"): Member => {
  const [first = name, last = ""] = name.split(" ");
  const key = `${first}.${last}`.toLowerCase();
  return {
    id: MemberId.make(key),
    email: Email.make(`${key}@members.example`),
    displayName: `${first} ${last.slice(0, 1)}.`,
    membership,
    address: { ...at, name },
  };
};

/** The loyalty programme's members, all over the country; one whose membership has lapsed, one abroad. */
export const members: ReadonlyArray<Member> = [
  member("Ada Moreno", address("", "412 Grand Street", "Brooklyn", "NY", "11211")),
  member("Grace Lindqvist", address("", "77 Beacon Street", "Boston", "MA", "02108")),
  member("Ines Okafor", address("", "1820 Peachtree Road", "Atlanta", "GA", "30309")),
  member("Mei Tanaka", address("", "55 Castro Street", "San Francisco", "CA", "94114")),
  member("Rosa Delgado", address("", "2301 South Congress Avenue", "Austin", "TX", "78704")),
  member("Nora Kowalski", address("", "939 North Damen Avenue", "Chicago", "IL", "60622")),
  member("Leila Haddad", address("", "14 Fairmount Avenue", "Detroit", "MI", "48226")),
  member("Claire Beaumont", address("", "630 Royal Street", "New Orleans", "LA", "70130")),
  member("Tess Whitaker", address("", "1201 Pine Street", "Seattle", "WA", "98101")),
  member("June Park", address("", "88 Larimer Street", "Denver", "CO", "80202")),
  member("Vera Lapsed", address("", "5 Ocean Drive", "Miami", "FL", "33139"), "Lapsed"),
  member("Maple Abroad", {
    ...address("", "12 Queen Street", "Toronto", "ON", "10001"),
    country: CountryCode.make("CA"),
  }),
];

/** Who works for the brand. */
export const staff: ReadonlyArray<Person> = [
  { name: "Rita Review", email: "rita@brand.example", part: "Reviewer", about: "decides what goes on sale" },
  {
    name: "Sam Support",
    email: "sam@brand.example",
    part: "Support",
    about: "helps, refunds, decides disputes",
  },
];

/** Everybody who can sign in, the ones to begin with first. */
export const people: ReadonlyArray<Person> = [
  ...members.slice(0, 2).map(({ displayName, email }, index) => ({
    name: displayName,
    email,
    part: "Member" as const,
    about: index === 0 ? "sells, has purchases not yet listed" : "buys, and sells too",
  })),
  ...staff,
  ...members.slice(2).map(({ displayName, email, membership }) => ({
    name: displayName,
    email,
    part: "Member" as const,
    about: membership === "Active" ? "sells and buys" : "membership has lapsed: may buy, not sell",
  })),
];

/** The actor a person is, by e-mail address; nothing, if nobody here has it. */
export const actorOf = (email: string): Actor | undefined => {
  const found = people.find((person) => person.email === email.trim().toLowerCase());
  if (found === undefined) return undefined;
  if (found.part !== "Member") return { _tag: found.part, id: found.email };
  const account = members.find((one) => one.email === found.email);
  return account === undefined ? undefined : { _tag: "Member", id: account.id, email: account.email };
};
