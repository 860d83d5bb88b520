import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/cli/progressBar';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

describe('the progress bar', () => {
  it('grows on a terminal and is wiped at the end', () => {
    const terminal = output(true);
    const bar = progressBar(terminal, 'Solving in 3D');
    bar.show(0);
    bar.show(0.5);
    bar.show(1);
    bar.end();
    const filled = terminal.written.map((text) => [...text].filter((letter) => letter === '#').length);
    expect(filled).toEqual([0, 15, 30, 0]);
    expect(terminal.written[1]).toContain(' 50 %');
    expect(terminal.written.every((text) => text.startsWith('\r'))).toBe(true);
  });

  it('says nothing where the output is a file or a pipe', () => {
    const file = output(false);
    const bar = progressBar(file, 'Solving in 3D');
    bar.show(0.5);
    bar.end();
    expect(file.written).toEqual([]);
  });
});
