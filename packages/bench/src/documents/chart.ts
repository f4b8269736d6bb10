import { type Figure, isMet } from "../harness/Figure.ts";
import { digits } from "../harness/table.ts";

const ROW = 26;
const LEFT = 430;
const RIGHT = 90;
const WIDTH = 960;
const TOP = 44;
const [LEAST, MOST] = [0.05, 500];

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Where a ratio stands: each step of the scale is ten times the one before. */
const place = (ratio: number): number => {
  const held = Math.min(Math.max(ratio, LEAST), MOST);
  const part = Math.log(held / LEAST) / Math.log(MOST / LEAST);
  return LEFT + part * (WIDTH - LEFT - RIGHT);
};

const bar = (figure: Figure, row: number): string => {
  const { ratio, goal } = figure;
  if (ratio === null) return "";
  const y = TOP + row * ROW;
  const one = place(1);
  const end = place(ratio);
  const colour = isMet(figure) === false ? "#b3541e" : "#2f6f62";
  const wanted = goal?.of === "ratio" ? place("atLeast" in goal ? goal.atLeast : goal.atMost) : undefined;
  return [
    `<text x="${LEFT - 12}" y="${y + 16}" text-anchor="end">${escaped(figure.figure)}</text>`,
    `<rect x="${Math.min(one, end).toFixed(1)}" y="${y + 4}" width="${Math.max(Math.abs(end - one), 1).toFixed(1)}" height="16" rx="2" fill="${colour}"/>`,
    wanted === undefined
      ? ""
      : `<path d="M${wanted.toFixed(1)} ${y + 1}v22" stroke="#1d1d1f" stroke-width="2" stroke-dasharray="3 2"/>`,
    `<text x="${(Math.max(one, end) + 6).toFixed(1)}" y="${y + 16}">${digits(ratio)} ×</text>`,
  ].join("");
};

const scale = (height: number): string =>
  [0.1, 1, 10, 100]
    .map((ratio) => {
      const x = place(ratio).toFixed(1);
      const line = `<path d="M${x} ${TOP - 6}V${height - 10}" stroke="#d8d5cf"/>`;
      return `${line}<text x="${x}" y="${TOP - 14}" text-anchor="middle">${ratio} ×</text>`;
    })
    .join("");

/** All ratios on one scale: to the right of one, ours is the larger value. A dashed line is the goal. */
export const chart = (figures: ReadonlyArray<Figure>): string => {
  const shown = figures.filter(({ ratio }) => ratio !== null);
  const height = TOP + shown.length * ROW + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img"`,
    ` font-family="system-ui, sans-serif" font-size="13" fill="#1d1d1f">`,
    "<title>The engine beside what one would write or take instead</title>",
    `<rect width="${WIDTH}" height="${height}" fill="#faf8f5"/>`,
    scale(height),
    ...shown.map(bar),
    "</svg>\n",
  ].join("");
};
