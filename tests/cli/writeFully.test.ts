/** Output is written to its end, or it is said why not. */
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program';
import { OutputError, type WriteSome, writeFully } from '../../src/cli/writeFully';

const failing = (code: string): WriteSome => {
  return () => {
    throw Object.assign(new Error(`${code}: write`), { code });
  };
};

describe('writing', () => {
  it('goes on where a device took only a part', () => {
    const written: number[] = [];
    writeFully(1, 'größer', (_, bytes, offset) => {
      written.push(...bytes.subarray(offset, offset + 3));
      return Math.min(3, bytes.length - offset);
    });
    expect(new TextDecoder().decode(Uint8Array.from(written))).toBe('größer');
  });

  it('waits for the reader of a full pipe', () => {
    let calls = 0;
    writeFully(1, 'text', (descriptor, bytes, offset) => {
      calls += 1;
      return calls < 3 ? failing('EAGAIN')(descriptor, bytes, offset) : bytes.length;
    });
    expect(calls).toBe(3);
  });

  it.each([
    ['ENOSPC', /no space is left/],
    ['EPIPE', /closed the pipe/],
    ['EXXX', /it failed \(EXXX\)/],
  ])('that ends with %s is said in one line', (code, words) => {
    expect(() => writeFully(1, 'text', failing(code))).toThrow(words);
  });

  it('that fails on a disk which fills up in the middle is not taken for done', () => {
    const sometimes: WriteSome = (descriptor, bytes, offset) =>
      offset === 0 ? 2 : failing('ENOSPC')(descriptor, bytes, offset);
    expect(() => writeFully(1, 'text', sometimes)).toThrow(OutputError);
  });
});

describe('the program', () => {
  const run = (print: (text: string) => void, ...words: string[]) => {
    const lines: string[] = [];
    const code = runProgram(words, {
      print,
      complain: (line) => lines.push(line),
      terminal: { write: () => true },
    });
    return { code, lines };
  };

  it('has a code of its own for output that could not be written', () => {
    const print = () => writeFully(1, 'text', failing('ENOSPC'));
    expect(run(print, '--help')).toEqual({ code: 3, lines: [expect.stringMatching(/ENOSPC/)] });
  });

  it('says a fault of its own in one line, without a trace', () => {
    const print = () => {
      throw new RangeError('Invalid\narray\u001b length');
    };
    const { code, lines } = run(print, '--help');
    expect(code).toBe(70);
    expect(lines).toEqual(['The program itself failed (RangeError: Invalid<U+000A>array<U+001B> length).']);
  });

  it('gives notes on stderr and in the output', () => {
    const printed: string[] = [];
    const words = ['--preset', 'cm', '--species', 'p', '--tier', 'live', '--set', 'phi.e=300'];
    const { code, lines } = run((text) => printed.push(text), ...words);
    expect(code).toBe(0);
    expect(lines).toEqual(['Note: phi.e changes nothing here: the species is p.']);
    expect(printed.join('')).toContain('# note: phi.e changes nothing here: the species is p.\n');
  });
});
