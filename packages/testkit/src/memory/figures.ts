import { type Figure, Figures, summed } from "@resale/core";
import { Effect } from "effect";

const keyOf = ({ day, figure, grade, band, ownStock }: Figure): string =>
  [day, figure, grade, String(band).padStart(12, "0"), ownStock ? 1 : 0].join("\u0000");

export const makeFigures = () => {
  let position = 0;
  let all: ReadonlyArray<Figure> = [];
  return Figures.of({
    position: Effect.sync(() => position),
    record: ({ from, to, figures }) =>
      Effect.sync(() => {
        if (from !== position) return false;
        position = to;
        all = summed([...all, ...figures]);
        return true;
      }),
    read: ({ from, to }) =>
      Effect.sync(() =>
        all
          .filter(({ day }) => day >= from && day <= to)
          .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
      ),
  });
};
