import { MAIL_SHOP } from "@resale/testkit/contracts";

/** Where the mails of these tests lead. */
export const links = {
  photo: (id: string, size: string) => `${MAIL_SHOP}/photos/${id}/${size}`,
  unsubscribe: `${MAIL_SHOP}/unsubscribe?t=abc`,
};
