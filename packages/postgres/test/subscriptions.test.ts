import { deliveriesContract, subscriptionsContract } from "@resale/testkit/contracts";
import { freshStore } from "./database.ts";

subscriptionsContract("postgres", freshStore());
deliveriesContract("postgres", freshStore());
