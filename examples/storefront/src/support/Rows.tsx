import type { ReactNode } from "react";

/** What is known of something, name by name; what is not known is left out. */
export const Rows = ({ rows }: { readonly rows: ReadonlyArray<readonly [string, ReactNode]> }) => (
  <dl className="facts">
    {rows.map(([name, value]) =>
      value === "" || value === null ? null : (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
);
