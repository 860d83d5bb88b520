/** The whole program but for the process around it: words in, text out, an exit code. Never throws. */
import { SolverError } from '../solver/errors';
import { printable, printableValue } from '../text/printable';
import { parseCommandLine, type SolveCommand } from './commandLine';
import { helpText } from './help';
import { formatCsv, formatJson } from './output';
import { type ProgressOutput, progressBar } from './progressBar';
import { remarksOn } from './remarks';
import { runCommand } from './solution';
import { OutputError } from './writeFully';

/** A refused model is, like an invalid command, for whoever asked to change. `fault` is what sysexits.h calls a software error. */
export const exitCodes = {
  solved: 0,
  notConverged: 1,
  invalid: 2,
  refused: 2,
  notWritten: 3,
  fault: 70,
} as const;

export interface Surroundings {
  /** @throws OutputError */
  readonly print: (text: string) => void;
  /** One line, without its end. */
  readonly complain: (line: string) => void;
  /** Where a progress bar may be drawn. */
  readonly terminal: ProgressOutput;
}

function solveAndPrint(command: SolveCommand, { print, complain, terminal }: Surroundings): void {
  const bar = progressBar(terminal, 'Solving in 3D');
  const solution = (() => {
    try {
      return runCommand(command, bar.show);
    } finally {
      bar.end();
    }
  })();
  const remarks = remarksOn(command, solution);
  print((command.format === 'csv' ? formatCsv : formatJson)(command, solution, remarks));
  for (const remark of remarks) complain(`Note: ${remark}`);
}

/** What went wrong as one line, and the code that goes with it. */
export function lineOf(error: unknown): { readonly line: string; readonly code: number } {
  if (error instanceof SolverError)
    return { line: printable(error.message, 400), code: exitCodes[error.kind] };
  if (error instanceof OutputError) return { line: error.message, code: exitCodes.notWritten };
  const detail =
    error instanceof Error ? printable(`${error.name}: ${error.message}`, 200) : printableValue(error);
  return { line: `The program itself failed (${detail}).`, code: exitCodes.fault };
}

/** Runs what the words ask for and returns the exit code. */
export function runProgram(words: readonly string[], surroundings: Surroundings): number {
  try {
    const commandLine = parseCommandLine(words);
    if (commandLine.kind === 'refused') {
      surroundings.complain(commandLine.reason);
      return exitCodes.invalid;
    }
    if (commandLine.kind === 'help') surroundings.print(helpText());
    else solveAndPrint(commandLine.command, surroundings);
    return exitCodes.solved;
  } catch (error) {
    const { line, code } = lineOf(error);
    surroundings.complain(line);
    return code;
  }
}
