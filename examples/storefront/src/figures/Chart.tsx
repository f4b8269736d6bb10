import { useId } from "react";
import { words } from "./words.ts";

export interface Series {
  readonly label: string;
  readonly values: ReadonlyArray<number | null>;
}

interface Props {
  readonly title: string;
  /** What stands under each group of bars. */
  readonly labels: ReadonlyArray<string>;
  readonly series: ReadonlyArray<Series>;
  readonly show: (value: number) => string;
  /** What the first column of its table is called. */
  readonly by: string;
}

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 62;
const BOTTOM = 26;
const TOP = 10;
const LABEL = 92;
/** Half a label: so near to the right edge it would be cut off. */
const HALF = 44;

/** The next round number: 1, 2 or 5 with zeros. */
const ceilingOf = (most: number): number => {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5].find((step) => step * power >= most) ?? 10) * power;
};

const Bars = ({ labels, series, show }: Pick<Props, "labels" | "series" | "show">) => {
  const most = ceilingOf(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const room = (WIDTH - LEFT) / Math.max(1, labels.length);
  const bar = Math.min(34, (room * 0.8) / series.length);
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most);
  const every = Math.ceil(LABEL / room);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line className="grid" x1={LEFT} x2={WIDTH} y1={y(most * part)} y2={y(most * part)} />
          <text x={LEFT - 8} y={y(most * part) + 4} textAnchor="end">
            {show(most * part)}
          </text>
        </g>
      ))}
      {labels.map((label, column) => {
        const left = LEFT + room * column + (room - bar * series.length) / 2;
        return (
          <g key={label}>
            {series.map(({ label: name, values }, index) => {
              const value = values[column] ?? 0;
              return (
                <rect
                  key={name}
                  className={`s${index}`}
                  x={left + bar * index}
                  width={Math.max(1, bar - 1)}
                  y={y(value)}
                  height={y(0) - y(value)}
                >
                  <title>{`${label}: ${name} ${show(value)}`}</title>
                </rect>
              );
            })}
            {column % every === 0 ? (
              <text
                x={Math.min(LEFT + room * (column + 0.5), WIDTH - HALF)}
                y={HEIGHT - 8}
                textAnchor="middle"
              >
                {label}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
};

/** Bars beside each other, and the same as a table: for screen readers, and for whoever wants the numbers. */
export const Chart = ({ title, labels, series, show, by }: Props) => {
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      {series.length < 2 ? null : (
        <ul className="legend" aria-hidden="true">
          {series.map(({ label }, index) => (
            <li key={label} className={`s${index}`}>
              {label}
            </li>
          ))}
        </ul>
      )}
      <Bars labels={labels} series={series} show={show} />
      <details>
        <summary>
          {words.table}
          <span className="unseen">: {title}</span>
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{by}</th>
              {series.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, column) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map(({ label: name, values }) => {
                  const value = values[column] ?? null;
                  return <td key={name}>{value === null ? words.none : show(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
};
