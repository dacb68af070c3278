import type { Report, TargetReport } from "./report.ts";
import { tally } from "./results.ts";
import { verdictName } from "./sentence.ts";
import { xml } from "./xml.ts";

const colours = { conformant: "#1e8e5a", nonconformant: "#c0362c", undetermined: "#b7791f" };
const height = 20;

/** Wide enough for a letter of 11 px Verdana or the like; `textLength` makes it exact. */
const letter = 6.6;

/** One label or value of a badge. */
interface Piece {
  readonly text: string;
  readonly fill: string;
  readonly width: number;
}

/** The verdicts as a small picture, `sahut: conformant 244/244`, for a README or a pipeline. */
export function badge({ targets }: Report): string {
  const pieces = targets.flatMap(piecesOf);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const title = targets.map((target) => `${target.api}: ${standingIn(target)}`).join(", ");
  let x = 0;
  const drawn = pieces.map(({ text, fill, width: own }) => {
    const middle = x + own / 2;
    const rect = `<rect x="${x}" width="${own}" height="${height}" fill="${fill}"/>`;
    x += own;
    return `${rect}<text x="${middle}" y="14" textLength="${own - 10}" lengthAdjust="spacingAndGlyphs">${xml(text)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" aria-label="${xml(title)}">`,
    `<title>${xml(title)}</title>`,
    `<clipPath id="round"><rect width="${width}" height="${height}" rx="3"/></clipPath>`,
    `<g clip-path="url(#round)" fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    ...drawn,
    "</g>",
    "</svg>\n",
  ].join("\n");
}

const piecesOf = (target: TargetReport): readonly Piece[] => [
  pieceOf(target.api, "#444b53"),
  pieceOf(standingIn(target), target.verdict === null ? "#6b7280" : colours[target.verdict]),
];

const pieceOf = (text: string, fill: string): Piece => ({
  text,
  fill,
  width: Math.round(text.length * letter) + 10,
});

/** What is inapplicable is no promise of the target. */
function standingIn(target: TargetReport): string {
  const { passed, broken, warning, error, untestable } = tally(target);
  return `${verdictName(target)} ${passed}/${passed + broken + warning + error + untestable}`;
}
