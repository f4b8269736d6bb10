/** The faces a page is set in: three of the fonts every PDF reader brings along. */
const faces = { plain: "Helvetica", bold: "Helvetica-Bold", fixed: "Courier-Bold" } as const;
export type Face = keyof typeof faces;

/** What is on a page, in points from its lower left corner. */
export type Mark =
  | {
      readonly _tag: "Text";
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly face: Face;
      readonly text: string;
    }
  | {
      readonly _tag: "Box";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

const number = (value: number): string => `${Math.round(value * 1000) / 1000}`;

const literal = (text: string): string => `(${text.replace(/[\\()]/g, "\\$&")})`;

const operators = (mark: Mark): string =>
  mark._tag === "Box"
    ? `${[mark.x, mark.y, mark.width, mark.height].map(number).join(" ")} re f`
    : `BT /${mark.face} ${number(mark.size)} Tf ${number(mark.x)} ${number(mark.y)} Td ${literal(mark.text)} Tj ET`;

/** A PDF of one page, of ASCII text and filled boxes: all a label needs. The same page makes the same bytes. */
export const pdfOf = (page: {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly marks: ReadonlyArray<Mark>;
}): Uint8Array => {
  const content = page.marks.map(operators).join("\n");
  const names = Object.entries(faces);
  const fonts = names.map(([face], index) => `/${face} ${6 + index} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 4 0 R /Resources << /Font << ${fonts} >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Title ${literal(page.title)} >>`,
    ...names.map(
      ([, font]) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
    ),
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${`${offset}`.padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`);
};
