/** Labels that do not lie on each other: each takes the first of its places that is free. */

/** A point in pixels of the plot area, y downwards. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const letterPixels = 6.4;
const lineHeight = 15;

/** The box of a text around its middle, with a little air. */
function boxOf(text: string, { x, y }: Pixel): Box {
  const half = (text.length * letterPixels) / 2 + 4;
  return { left: x - half, right: x + half, top: y - lineHeight / 2 - 1, bottom: y + lineHeight / 2 + 1 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export interface LabelBoard {
  /** Keeps other labels off a mark of this size (pixels). */
  block(at: Pixel, size: number): void;
  /** Keeps other labels off a strip across the whole area. */
  blockRows(y: number, height: number): void;
  /** Takes the first free place for the middle of a text, or none. */
  place(text: string, candidates: Iterable<Pixel>): Pixel | null;
}

export function createLabelBoard(area: { readonly width: number; readonly height: number }): LabelBoard {
  const taken: Box[] = [];
  const isFree = (box: Box) =>
    box.left >= 1 &&
    box.top >= 1 &&
    box.right <= area.width - 1 &&
    box.bottom <= area.height - 1 &&
    !taken.some((other) => overlap(box, other));
  return {
    block: ({ x, y }, size) => {
      const half = size / 2;
      taken.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
    },
    blockRows: (y, height) => {
      taken.push({ left: 0, right: area.width, top: y - height / 2, bottom: y + height / 2 });
    },
    place: (text, candidates) => {
      for (const at of candidates) {
        const box = boxOf(text, at);
        if (!isFree(box)) continue;
        taken.push(box);
        return at;
      }
      return null;
    },
  };
}

/** Places around a mark for the middle of a text, nearer ones first: beside it, above and below, then aslant. */
export function* placesAround({ x, y }: Pixel, text: string): Generator<Pixel> {
  const half = (text.length * letterPixels) / 2;
  for (const gap of [9, 22, 38, 58, 82]) {
    const [across, up] = [half + gap, lineHeight / 2 + gap - 2];
    yield { x: x + across, y };
    yield { x: x - across, y };
    yield { x, y: y - up };
    yield { x, y: y + up };
    for (const [sx, sy] of [
      [1, -1],
      [-1, -1],
      [1, 1],
      [-1, 1],
    ] as const)
      yield { x: x + sx * (half + 0.6 * gap), y: y + sy * (0.6 * up + 6) };
  }
}
