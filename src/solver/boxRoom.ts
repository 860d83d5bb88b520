/** What a march through a box keeps, in the compiled iteration's memory where there is one. */
import { layerOf, planeSize } from './haloGrid';
import { type BoxProblem, type BoxRoom, CompiledBox } from './kernel/compiledBox';
import { momentumStencil } from './momentumStencil';
import { geometricShifts, type SolveOptions } from './steadyState';

export function boxRoom(
  problem: Omit<BoxProblem, 'shifts' | 'rowLength' | 'rows'>,
  { isReadable }: SolveOptions,
): BoxRoom {
  const { grid, largest } = problem;
  const shifts = geometricShifts(grid);
  const room = isReadable ? undefined : CompiledBox.layOut({ ...problem, ...layerOf(grid), shifts });
  if (room !== undefined) return room;
  const plane = planeSize(grid);
  return {
    g: new Float64Array(plane * grid.momentum.count),
    rightHandSide: new Float64Array(plane * largest),
    large: momentumStencil(grid, largest),
    single: momentumStencil(grid, 1),
  };
}
