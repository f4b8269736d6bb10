/** A proof of identity that does not hold: forged, expired, for somebody else. `message` is for its sender. */
export class Unauthenticated extends Error {
  override readonly name = "Unauthenticated";
}

/** Nobody can tell just now whether a proof holds: the keys can't be fetched. */
export class AuthenticationUnavailable extends Error {
  override readonly name = "AuthenticationUnavailable";
}
