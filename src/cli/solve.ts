/** `npm run solve`: the explorer's model without the explorer. Numbers on stdout, complaints on stderr. */
import { lineOf, runProgram } from './program';
import { writeFully } from './writeFully';

const standardOutput = 1;
const standardError = 2;

/** If stderr is closed as well there is nobody to tell; the exit code still says it. */
function complain(line: string): void {
  try {
    writeFully(standardError, `${line}\n`);
  } catch {}
}

// Nothing is left to run after the last line below; should a library fail later, it fails in one line too.
process.on('uncaughtException', (error) => {
  const { line, code } = lineOf(error);
  complain(line);
  process.exit(code);
});
process.stderr.on('error', () => {});

process.exitCode = runProgram(process.argv.slice(2), {
  print: (text) => writeFully(standardOutput, text),
  complain,
  terminal: process.stderr,
});
