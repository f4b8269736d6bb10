import { MemoryStore } from "@resale/testkit";
import {
  catalogueContract,
  claimsContract,
  findContract,
  historyContract,
  storeContract,
  tasksContract,
  timersContract,
} from "@resale/testkit/contracts";

storeContract("memory", MemoryStore.layer);
catalogueContract("memory", MemoryStore.layer);
claimsContract("memory", MemoryStore.layer);
findContract("memory", MemoryStore.layer);
historyContract("memory", MemoryStore.layer);
timersContract("memory", MemoryStore.layer);
tasksContract("memory", MemoryStore.layer);
