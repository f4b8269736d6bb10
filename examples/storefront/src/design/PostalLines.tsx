/** Where a parcel goes. */
interface ShipTo {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly region: string;
  readonly zip: string;
}

/** An address, line by line as it stands on a parcel. */
export const postalLines = ({ name, line1, line2, city, region, zip }: ShipTo): ReadonlyArray<string> =>
  [name, line1, line2, `${city}, ${region} ${zip}`].filter((line) => line !== undefined);

export const PostalLines = ({ of }: { readonly of: ShipTo }) => (
  <address>
    {postalLines(of).map((line) => (
      <span key={line}>{line}</span>
    ))}
  </address>
);
