import { membersContract, purchasesContract } from "@resale/testkit/contracts";
import { Effect } from "effect";
import { asked, Service } from "./asked.ts";

membersContract("http", asked(), {
  upsert: (members) => Effect.map(Service, ({ tell }) => tell(...members)),
});

purchasesContract("http", asked(), {
  upsert: (member, lines) => Effect.map(Service, ({ sell }) => sell(member, lines)),
});
