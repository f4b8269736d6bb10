import { brushFor } from "./Brush.ts";
import { drawings } from "./bags/index.ts";
import { closeUp } from "./closeUp.ts";
import { definitions } from "./defs.ts";
import { inside } from "./inside.ts";
import type { Piece, Shot } from "./Piece.ts";
import { SIDE, scaleOf, standing, studio } from "./scene.ts";
import { TAG_ZOOM, tagged } from "./tag.ts";

const viewOf = (piece: Piece, shot: Shot): string => {
  const brush = brushFor(piece, shot === "Back");
  if (shot === "Inside") return `<defs>${definitions(brush)}</defs>${inside(brush)}`;
  const drawing = drawings[piece.kind](brush);
  const shownAt = { Front: scaleOf(drawing), Back: scaleOf(drawing), Tag: TAG_ZOOM, CloseUp: 1 }[shot];
  const defs = `<defs>${definitions(brush, shownAt)}</defs>`;
  switch (shot) {
    case "Front":
    case "Back":
      return defs + studio(brush) + standing(drawing);
    case "Tag":
      return defs + studio(brush) + tagged(brush, drawing);
    case "CloseUp":
      return defs + studio(brush) + closeUp(brush, drawing);
  }
};

/** Draws one photo of a piece. The same piece and shot give the same drawing, byte for byte. */
export const drawPiece = (piece: Piece, shot: Shot): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">${viewOf(piece, shot)}</svg>`;
