import type { Catalogue, History, Store, Tasks, Timers } from "@resale/core";
import type { Layer } from "effect";

/** The five ports of a store over one database. */
export type StoreLayer<E> = Layer.Layer<Store | History | Timers | Tasks | Catalogue, E>;
