/** `npm run solve`: the explorer's model without the explorer. Numbers on stdout, complaints on stderr. */
import { SolverError } from '../solver/errors';
import { parseCommandLine, type SolveCommand } from './commandLine';
import { helpText } from './help';
import { formatCsv, formatJson } from './output';
import { progressBar } from './progressBar';
import { runCommand } from './solution';

const exitCodes = { notConverged: 1, invalid: 2 } as const;

function solveAndPrint(command: SolveCommand): void {
  const bar = progressBar(process.stderr, 'Solving in 3D');
  try {
    const solution = runCommand(command, bar.show);
    bar.end();
    const text = command.format === 'csv' ? formatCsv(command, solution) : formatJson(command, solution);
    process.stdout.write(text);
  } catch (error) {
    bar.end();
    if (!(error instanceof SolverError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = exitCodes[error.kind];
  }
}

// A reader that closes early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const commandLine = parseCommandLine(process.argv.slice(2));
if (commandLine.kind === 'help') process.stdout.write(helpText());
else if (commandLine.kind === 'solve') solveAndPrint(commandLine.command);
else {
  process.stderr.write(`${commandLine.reason}\n`);
  process.exitCode = exitCodes.invalid;
}
