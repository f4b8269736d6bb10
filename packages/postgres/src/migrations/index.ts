import { createSubjects } from "./0001_create_subjects.ts";
import { createEvents } from "./0002_create_events.ts";
import { createTasks } from "./0003_create_tasks.ts";
import { createAnswers } from "./0004_create_answers.ts";
import { createCatalogue } from "./0005_create_catalogue.ts";
import { createMembers } from "./0006_create_members.ts";
import { indexRetention } from "./0007_index_retention.ts";
import { keepStatesWhole } from "./0008_keep_states_whole.ts";
import { indexEndedTasks } from "./0009_index_ended_tasks.ts";
import { keepDroppedTasks } from "./0010_keep_dropped_tasks.ts";
import { countCatalogue } from "./0011_count_catalogue.ts";
import { learnWords } from "./0012_learn_words.ts";
import { coverCatalogue } from "./0013_cover_catalogue.ts";
import { dropUncoveredIndexes } from "./0014_drop_uncovered_indexes.ts";
import { indexTasksByKind } from "./0015_index_tasks_by_kind.ts";
import { dropNewestSubjects } from "./0016_drop_newest_subjects.ts";
import { countByBands } from "./0017_count_by_bands.ts";
import { createSubscriptions } from "./0018_create_subscriptions.ts";
import { indexStatusFirst } from "./0019_index_status_first.ts";
import { createHits } from "./0021_create_hits.ts";
import { createFigures } from "./0025_create_figures.ts";
import { createPhotos } from "./0026_create_photos.ts";
import { versionSubscriptions } from "./0029_version_subscriptions.ts";
import { findGiftCards } from "./0030_find_gift_cards.ts";
import { indexHeardDeliveries } from "./0031_index_heard_deliveries.ts";
import type { Migrations } from "./migrate.ts";

/** All migrations. Who adds one takes the next number; what has landed is never edited. */
export const migrations: Migrations = {
  "0001_create_subjects": createSubjects,
  "0002_create_events": createEvents,
  "0003_create_tasks": createTasks,
  "0004_create_answers": createAnswers,
  "0005_create_catalogue": createCatalogue,
  "0006_create_members": createMembers,
  "0007_index_retention": indexRetention,
  "0008_keep_states_whole": keepStatesWhole,
  "0009_index_ended_tasks": indexEndedTasks,
  "0010_keep_dropped_tasks": keepDroppedTasks,
  "0011_count_catalogue": countCatalogue,
  "0012_learn_words": learnWords,
  "0013_cover_catalogue": coverCatalogue,
  "0014_drop_uncovered_indexes": dropUncoveredIndexes,
  "0015_index_tasks_by_kind": indexTasksByKind,
  "0016_drop_newest_subjects": dropNewestSubjects,
  "0017_count_by_bands": countByBands,
  "0018_create_subscriptions": createSubscriptions,
  "0019_index_status_first": indexStatusFirst,
  "0021_create_hits": createHits,
  "0025_create_figures": createFigures,
  "0026_create_photos": createPhotos,
  "0029_version_subscriptions": versionSubscriptions,
  "0030_find_gift_cards": findGiftCards,
  "0031_index_heard_deliveries": indexHeardDeliveries,
};
