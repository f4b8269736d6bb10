/** Leads to all that is known of an address. */
export const Address = ({ email }: { readonly email: string }) => (
  <a href={`/desk/support?find=${encodeURIComponent(email)}`}>{email}</a>
);
