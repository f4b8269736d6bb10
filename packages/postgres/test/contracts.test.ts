import {
  catalogueContract,
  claimsContract,
  findContract,
  historyContract,
  storeContract,
  tasksContract,
  timersContract,
} from "@resale/testkit/contracts";
import { freshStore } from "./database.ts";

storeContract("postgres", freshStore());
catalogueContract("postgres", freshStore());
claimsContract("postgres", freshStore());
findContract("postgres", freshStore());
historyContract("postgres", freshStore());
timersContract("postgres", freshStore());
tasksContract("postgres", freshStore());
