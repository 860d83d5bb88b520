/** Sliders and boxes for numbers behave alike everywhere, because each stands in the program once. */
import { expect, it } from 'vitest';
import { readProgram } from './programGraph';

const program = [...readProgram(['src/ui'])];

it.each([
  ['a slider', 'type="range"', 'src/ui/controls/Slider.tsx'],
  ['a box that refuses a number', 'aria-invalid=', 'src/ui/controls/NumberField.tsx'],
])('%s is made in one place', (_, text, place) => {
  const found = program.filter(([, written]) => written.includes(text)).map(([file]) => file);
  expect(found, `Use ${place}.`).toEqual([place]);
});
