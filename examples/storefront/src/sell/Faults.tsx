import type { FieldFault } from "@resale/core";

interface Props {
  readonly faults: ReadonlyArray<FieldFault>;
  readonly of: string;
}

const isOf = (field: string, name: string): boolean =>
  field === name || new RegExp(`^${name}[.[]`).test(field);

/** What is wrong, or was asked to be changed, said at the field it is about. */
export const Faults = ({ faults, of }: Props) => {
  const own = faults.filter(({ field }) => isOf(field, of));
  if (own.length === 0) return null;
  return (
    <div role="alert">
      <ul className="faults" tabIndex={-1}>
        {own.map(({ field, problem }) => (
          <li key={field + problem} className="fault">
            {problem}
          </li>
        ))}
      </ul>
    </div>
  );
};
