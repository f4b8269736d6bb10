// What can be done with the engine. Selling:

// Running:
export { advanceClock, comeToRest } from "./advanceClock.ts";
// Reviewing:
export { approveListing } from "./approveListing.ts";
export { type Caller, keyScopeOf } from "./Caller.ts";
// Starting:
export { checkPrograms } from "./checkPrograms.ts";
export { commandListing } from "./commandListing.ts";
// Orders, for buyers, sellers and support:
export { commandOrder } from "./commandOrder.ts";
export { now } from "./execute.ts";
// Counting:
export { countEvents, keepCounting } from "./figures/countEvents.ts";
export { readFigures } from "./figures/readFigures.ts";
// The desk's search:
export { findOrders } from "./findOrders.ts";
// Asking carriers:
export { askForParcels, type Followed, followParcels } from "./followParcels.ts";
// Guests' links:
export { forgetOld, keepForgetting, type RetentionPolicy } from "./forgetting.ts";
export { askForLink, guestOf } from "./guestLinks.ts";
export { listOwnStock } from "./listOwnStock.ts";
// Looking on:
export { follow } from "./live/follow.ts";
export { followEvents } from "./live/followEvents.ts";
export { Live, type Watched } from "./live/Live.ts";
export { MovableClock } from "./MovableClock.ts";
export { acceptOptionalMails, clearRefusal, declineOptionalMails, viewMailbox } from "./mails/mailboxes.ts";
// Mails:
export { type ReportOutcome, receiveMailReport } from "./mails/receiveMailReport.ts";
// Buying:
// What was mailed:
export { type SentMail, sentMail, sentMails } from "./mails/sentMails.ts";
export { openCheckout } from "./openCheckout.ts";
export { abandonCheckout, payCheckout, viewCheckout } from "./payCheckout.ts";
export {
  type Collected,
  collectAllPhotos,
  collectPhotos,
  keepCollecting,
  UNUSED,
} from "./photos/collectPhotos.ts";
// Photos:
export { takePhoto } from "./photos/takePhoto.ts";
export { finishUpload, mayUpload, openUpload, putUpload } from "./photos/uploads.ts";
export { pieceHistory } from "./pieceHistory.ts";
export { purchaseHistory, type UnitView } from "./purchaseHistory.ts";
export { type Quote, quoteCart } from "./quoteCart.ts";
// Reading a subject as one may see it:
export { readAs } from "./reading.ts";
export { receiveChargeback } from "./receiveChargeback.ts";
export { receiveScans } from "./receiveScans.ts";
export { recommendPrice } from "./recommendPrice.ts";
export { causeOf, rejectionOf } from "./rejecting.ts";
export type { Deviation } from "./replay/deviations.ts";
// Replaying, before a Program is released:
export { type ReplayStoreOptions, replayStore } from "./replay/replayStore.ts";
export type { AccountBooked, DeviationCount, Example, ReplayedSoFar, StoreReplay } from "./replay/sums.ts";
export { type Drained, runDue } from "./runDue.ts";
export { nextTaskAt, runTasks } from "./runTasks.ts";
export { openDesk, runTimers } from "./runTimers.ts";
export type { Shown } from "./showListing.ts";
export { whileClockRuns } from "./standstill.ts";
export { startListing } from "./startListing.ts";
export { submitListing } from "./submitListing.ts";
// Telling others:
export { replayFrom, replaySubject, sendTest } from "./subscribers/replaying.ts";
export {
  disableSubscription,
  editSubscription,
  enableSubscription,
  listDeliveries,
  listSubscriptions,
  removeSubscription,
  rotateSecret,
  secretOf,
  subscribe,
} from "./subscribers/subscribing.ts";
export { type Telling, tellAllOnce, tellSubscribers } from "./subscribers/tellSubscribers.ts";
// Support:
export { checkoutStory, findCheckouts } from "./supportCheckouts.ts";
export {
  dropTask,
  findCredit,
  listTasks,
  operatorTasks,
  orderStory,
  repeatTask,
  resendCredit,
} from "./supportDesk.ts";
export { type Told, takeDown } from "./takeDown.ts";
export type { AtOnce } from "./tasks/lanes.ts";
// What providers tell:
export { toldOfOrder } from "./toldOfOrder.ts";
export { type Verification, verifyJournal } from "./verifyJournal.ts";
export { type Looked, type Verified, verifyStore } from "./verifyStore.ts";
export { explainListing, mostUrgentFirst, myListings, reviewQueue, viewListing } from "./viewListing.ts";
export { explainOrder, myOrders, viewLabel, viewOrder } from "./viewOrder.ts";
export { type Work, work } from "./work.ts";
