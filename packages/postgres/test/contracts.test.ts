import {
  catalogueContract,
  claimsContract,
  facetsContract,
  figuresContract,
  findContract,
  historyContract,
  keptPhotosContract,
  newsContract,
  retentionContract,
  storeContract,
  tasksContract,
  timersContract,
} from "@resale/testkit/contracts";
import { freshStore } from "./database.ts";

storeContract("postgres", freshStore());
catalogueContract("postgres", freshStore());
facetsContract("postgres", freshStore());
facetsContract("postgres that counts five entries with a word", freshStore({ mostCounted: 5 }));
claimsContract("postgres", freshStore());
findContract("postgres", freshStore());
newsContract("postgres", freshStore());
figuresContract("postgres", freshStore());
keptPhotosContract("postgres", freshStore());
retentionContract("postgres", freshStore());
historyContract("postgres", freshStore());
timersContract("postgres", freshStore());
tasksContract("postgres", freshStore());
