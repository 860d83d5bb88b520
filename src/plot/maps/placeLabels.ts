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

function halfWidth(text: string): number {
  return (text.replace(/<[^>]+>/g, '').length * letterPixels) / 2;
}

/** The box of a text around its middle, with a little air. */
function boxOf(text: string, { x, y }: Pixel): Box {
  const half = halfWidth(text) + 4;
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

/**
 * Places around a mark for the middle of a text, nearer ones first: beside it, above and below, then aslant; or, with a
 * direction (pixels), those that lie that way before the others.
 */
export function* placesAround({ x, y }: Pixel, text: string, direction?: Pixel): Generator<Pixel> {
  const half = halfWidth(text);
  for (const gap of [9, 22, 38, 58, 82]) {
    const [across, up] = [half + gap, lineHeight / 2 + gap - 2];
    const [aslant, aslantUp] = [half + 0.6 * gap, 0.6 * up + 6];
    const offsets = [
      ...[
        { x: across, y: 0 },
        { x: -across, y: 0 },
        { x: 0, y: -up },
        { x: 0, y: up },
      ],
      ...[
        { x: aslant, y: -aslantUp },
        { x: -aslant, y: -aslantUp },
      ],
      ...[
        { x: aslant, y: aslantUp },
        { x: -aslant, y: aslantUp },
      ],
    ];
    if (direction !== undefined) {
      const along = (offset: Pixel) =>
        (offset.x * direction.x + offset.y * direction.y) / Math.hypot(offset.x, offset.y);
      offsets.sort((a, b) => along(b) - along(a));
    }
    for (const offset of offsets) yield { x: x + offset.x, y: y + offset.y };
  }
}
