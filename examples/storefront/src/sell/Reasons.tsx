import { cents, format } from "@resale/core";
import type { client } from "../api/client.ts";
import type { Answer, ProgramFacts } from "../api/queries.ts";
import { words } from "./words.ts";

type Advice = Answer<typeof client.selling.recommendPrice>;
type Step = Advice["steps"][number];

interface Props {
  readonly advice: Advice;
  readonly program: ProgramFacts;
}

const ageOf = (from: number, under: number | undefined): string => {
  if (under === undefined) return from === 0 ? words.anyAge : words.over(from);
  return from === 0 ? words.under(under) : words.between(from, under);
};

const labelOf = (step: Step, program: ProgramFacts): string => {
  if (step._tag === "Rounded") return words.rounded(format(cents(step.to), program.currency));
  const grade = program.grades.find(({ key }) => key === step.grade)?.label ?? step.grade;
  return words.rate(grade, ageOf(step.fromMonths, step.underMonths), `${step.rate / 100} %`);
};

/** The recommendation's steps, from the original price to its result (R9, R10). */
export const Reasons = ({ advice, program }: Props) => (
  <details>
    <summary>{words.reasons}</summary>
    <dl className="sums">
      <div>
        <dt>{words.base}</dt>
        <dd>{format(advice.base, program.currency)}</dd>
      </div>
      {advice.steps.map((step) => (
        <div key={step._tag}>
          <dt>{labelOf(step, program)}</dt>
          <dd>{format(step.result, program.currency)}</dd>
        </div>
      ))}
    </dl>
  </details>
);
