import "./figures.css";
import { cents, format } from "@resale/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { client } from "../api/client.ts";
import { useNow } from "../api/clock.ts";
import { type ProgramFacts, useProgram } from "../api/queries.ts";
import { civilDay } from "../design/dates.ts";
import { dayIn } from "../design/dayIn.ts";
import { useQueryText } from "../routing/location.ts";
import { Only } from "../session/Only.tsx";
import { useSession } from "../session/session.ts";
import { Desks } from "../shell/Desks.tsx";
import { Failed } from "../shell/Mishap.tsx";
import { Waiting } from "../shell/Waiting.tsx";
import { Chart } from "./Chart.tsx";
import { Export } from "./Export.tsx";
import { RangeChooser } from "./RangeChooser.tsx";
import { type Range, rangeOf } from "./range.ts";
import { type Named, type Reckoned, reckon } from "./reckon.ts";
import { words } from "./words.ts";

type Days = Parameters<typeof client.figures.figures>[0]["query"];

const whole = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const percent = (value: number): string => `${Math.round(value * 100)} %`;
const shortDay = (day: string): string => civilDay(day).replace(/^\w+, /, "");

const Tiles = ({ total, program }: { readonly total: Reckoned; readonly program: ProgramFacts }) => {
  const money = (amount: number): string => format(cents(amount), program.currency);
  const { sellThrough, daysToSale } = total;
  const tiles = [
    [words.listed, whole(total.listed)],
    [words.sold, whole(total.sold)],
    [words.sellThrough, sellThrough === null ? words.none : percent(sellThrough)],
    [words.daysToSale, daysToSale === null ? words.none : daysToSale.toFixed(1)],
    [words.disputed, whole(total.disputed)],
    [words.overdue, whole(total.overdue)],
    [words.turnover, money(total.turnover)],
    [words.payouts, money(total.payouts)],
    [words.refunds, money(total.refunds)],
  ] as const;
  return (
    <dl className="tiles">
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Charts = ({ range, program }: { readonly range: Range; readonly program: ProgramFacts }) => {
  const { from, to } = range;
  const { data, error, refetch } = useQuery({
    queryKey: ["figures", from, to],
    queryFn: ({ signal }) => client.figures.figures({ query: { from, to } as Days, signal }),
    placeholderData: keepPreviousData,
  });
  if (error !== null && data === undefined) return <Failed error={error} again={refetch} />;
  if (data === undefined) return <Waiting />;
  const { total, step, columns, grades, bands } = reckon(
    data,
    range,
    program.grades.map(({ key }) => key),
  );
  const days = columns.map(({ key }) => shortDay(key));
  const by = step === 1 ? words.day : words.week;
  const values = <Key extends keyof Reckoned>(of: ReadonlyArray<Named>, key: Key) =>
    of.map((one) => one[key]);
  const gradeNames = grades.map(
    ({ key }) => program.grades.find((grade) => grade.key === key)?.label ?? (key || words.noGrade),
  );
  const bandNames = bands.map(({ key }, index) => {
    const next = bands[index + 1];
    const start = format(cents(Number(key)), program.currency).replace(/\.00$/, "");
    const end = next && format(cents(Number(next.key)), program.currency).replace(/\.00$/, "");
    return end === undefined ? words.andMore(start) : `${start}–${end}`;
  });
  const count = [
    { label: words.listed, values: values(columns, "listed") },
    { label: words.sold, values: values(columns, "sold") },
  ];
  const trouble = [
    { label: words.disputed, values: values(columns, "disputed") },
    { label: words.overdue, values: values(columns, "overdue") },
  ];
  const through = (of: ReadonlyArray<Named>) => [
    { label: words.sellThrough, values: values(of, "sellThrough") },
  ];
  const wait = [{ label: words.daysToSale, values: values(columns, "daysToSale") }];
  return (
    <>
      <p role="status" className="soft">
        {words.counted(civilDay(from), civilDay(to), total.listed, total.sold)}
      </p>
      <Tiles total={total} program={program} />
      <div className="charts">
        <Chart title={words.charts.count} labels={days} by={by} series={count} show={whole} />
        <Chart title={words.charts.wait} labels={days} by={by} series={wait} show={whole} />
        <Chart
          title={words.charts.grade}
          labels={gradeNames}
          by={words.grade}
          series={through(grades)}
          show={percent}
        />
        <Chart
          title={words.charts.band}
          labels={bandNames}
          by={words.band}
          series={through(bands)}
          show={percent}
        />
        <Chart title={words.charts.trouble} labels={days} by={by} series={trouble} show={whole} />
      </div>
    </>
  );
};

const Figures = () => {
  const { data: program } = useProgram();
  const now = useNow(60_000);
  const search = useQueryText();
  if (program === undefined) return <Waiting />;
  const today = dayIn(now, program.zone);
  const range = rangeOf(search, today);
  return (
    <div className="page figures">
      <title>{words.title}</title>
      <Desks />
      <h1>{words.title}</h1>
      <RangeChooser range={range} today={today} />
      <Export range={range} />
      <Charts range={range} program={program} />
    </div>
  );
};

/** What the brand counts of its marketplace: for reviewers and for support. */
const FiguresPage = () => {
  const part = useSession()?.part === "Reviewer" ? "Reviewer" : "Support";
  return (
    <Only part={part} title={words.title} why={words.why}>
      <Figures />
    </Only>
  );
};
export default FiguresPage;
