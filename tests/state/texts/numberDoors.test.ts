/** One grammar of numbers at every door: box, address, `--set`, `--energy`, `map=`, `fit=`, `zoom=`, state file. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../src/cli/commandLine';
import { parseTable } from '../../../src/measurements/parseTable';
import { parameterDefinition, parseParameter } from '../../../src/model/parameters/values';
import { parsePlace } from '../../../src/state/lessons/address';
import { lessons } from '../../../src/state/lessons/lessons';
import { createExplorerStore } from '../../../src/state/store';
import { decodeHash } from '../../../src/state/texts/hashCodec';
import { formatStateFile, parseStateFile } from '../../../src/state/texts/stateFile';

/** A door for a number of 0.1 to 1500 or more: the number, or the reason why not. */
type Door = (text: string) => number | string;

const phi = parameterDefinition('phi.p')!;
const protons = ['--preset', 'thm', '--species', 'p'];
const stateFile = JSON.parse(formatStateFile(createExplorerStore().getState()));

function openedFile(part: 'parameters' | 'view', name: string, text: string) {
  return parseStateFile(JSON.stringify({ ...stateFile, [part]: { ...stateFile[part], [name]: text } }));
}

const doors: Readonly<Record<string, Door>> = {
  box: (text) => {
    const parsed = parseParameter(phi, text);
    return parsed.ok ? Number(parsed.value) : parsed.reason;
  },
  address: (text) => {
    const { parameters, refused } = decodeHash(`#v1&phi.p=${encodeURIComponent(text)}`);
    return refused[0] ?? parameters['phi.p'];
  },
  '--set': (text) => {
    const parsed = parseCommandLine([...protons, '--set', `phi.p=${text}`]);
    if (parsed.kind === 'refused') return parsed.reason;
    return parsed.kind === 'solve' ? parsed.command.parameters['phi.p'] : 'help';
  },
  '--energy': (text) => {
    const parsed = parseCommandLine([...protons, '--profile', 'z', `--energy=${text}`]);
    if (parsed.kind === 'refused') return parsed.reason;
    return parsed.kind === 'solve' ? parsed.command.profile!.kineticEnergyGeV : 'help';
  },
  'map=': (text) => {
    const { view, refused } = decodeHash(`#v1&map=${encodeURIComponent(text)}`);
    return refused[0] ?? view.mapEnergy;
  },
  'state file, parameter': (text) => {
    const parsed = openedFile('parameters', 'phi.p', text);
    return parsed.ok ? parsed.value.parameters['phi.p'] : parsed.reason;
  },
  'state file, view': (text) => {
    const parsed = openedFile('view', 'map', text);
    return parsed.ok ? parsed.value.view.mapEnergy : parsed.reason;
  },
};

describe.each(Object.entries(doors))('%s', (name, door) => {
  it.each([
    ['1000', 1000],
    ['0,5', 0.5],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['1\u2009000,0', 1000],
    ['１０００', 1000],
    ['\u200b1000', 1000],
    ['1.2×10^3', 1200],
    ['1.2·10³', 1200],
    ['1.2D3', 1200],
    ['12000×10⁻¹', 1200],
    ['1.2E+3\r\n', 1200],
  ])('takes %j', (text, value) => {
    expect(door(text)).toBe(value);
  });

  it('takes its own unit behind a number, and no other', () => {
    const unit = /phi|box|address|--set|parameter/.test(name) ? 'MV' : 'GeV';
    expect(door(`1000 ${unit}`)).toBe(1000);
    expect(door('1000 kpc')).toMatch(/"1000 kpc"|1000 kpc/);
  });

  it.each(['0x10', '1e400', 'NaN', '', '--1', '1 2', '5.5×10 28'])(
    'refuses %j with what is allowed',
    (text) => {
      expect(door(text)).toMatch(/ to /);
    },
  );

  it.each([
    ['1,000', '1.000 or 1000'],
    ['1,200', '1.200 or 1200'],
  ])('refuses %j', (text, readings) => {
    expect(door(text)).toContain(readings);
  });

  it('shows what cannot be seen in what it refuses', () => {
    expect(door('5\u00071')).toContain('5<U+0007>1');
  });
});

describe('a list of numbers in the address', () => {
  const read = (hash: string) => decodeHash(`#v1&${hash}`);

  it('is parted by commas, as it has always been written', () => {
    expect(read('fit.p=1,200').view.agreementRange.p).toEqual([1, 200]);
    expect(read('fit.e=0.5,1e3').view.agreementRange['e-']).toEqual([0.5, 1000]);
    expect(read('zoom.p=2.1,2.9,4.02,4.3').view.zoom.p).toEqual({ x: [2.1, 2.9], y: [4.02, 4.3] });
    expect(read('zoom.p=−1,2.9,4.02,4.3').view.zoom.p?.x[0]).toBe(-1);
  });

  it('of three parts where two are asked has two readings, both of them told', () => {
    expect(read('fit.p=0,5,1000').refused).toEqual([
      expect.stringContaining('It could be 0.5,1000 or 0,5.1000: write one of these.'),
    ]);
  });

  it.each(['fit.p=1,000,10,000', 'fit.p=0x1,0x10', 'fit.p=10', 'fit.p=10,', 'fit.p=0,5,1000,5'])(
    '%s is refused with how to write it',
    (entry) => {
      const { refused } = read(entry);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toContain('the smaller first, such as 10,1000');
    },
  );
});

describe('a word', () => {
  it('may have blanks, a carriage return or an invisible mark around it, or its dash from a book', () => {
    const { view, parameters, refused } = decodeHash(
      '#v1&tab=electrons%0D&profile=%20step&cm=off%E2%80%8B&zoom.p=auto%0D',
    );
    expect(refused).toEqual([]);
    expect(view).toMatchObject({ tab: 'electrons', cm: false });
    expect(parameters.profile).toBe('step');
    const parsed = parseCommandLine(['--preset', 'thm\r', '--species', 'e−', '--tier=live\r\n']);
    expect(parsed).toMatchObject({
      kind: 'solve',
      command: { presetId: 'thm', species: 'e-', tier: 'live' },
    });
    expect(parsePlace('?lesson=power-law%0D&step=%EF%BC%92', lessons).place).toMatchObject({
      lesson: 'power-law',
      step: 2,
    });
  });
});

describe('a door given a very long text', () => {
  const long = 200_000;
  const runs = ['1', ' ', ',', '.', ';', '\r', '\u200b', '\u00a0', '1,', ',000', '#', '-', 'a'];
  const everyDoor: Readonly<Record<string, (text: string) => unknown>> = {
    ...doors,
    'fit=': (text) => decodeHash(`#v1&fit.p=${text}`),
    'data=': (text) => decodeHash(`#v1&data=${text}`),
    'a name in the address': (text) => decodeHash(`#v1&${text}=1`),
    '--set, a name': (text) => parseCommandLine([...protons, '--set', `${text}=1`]),
    'an option': (text) => parseCommandLine([...protons, `--${text}`]),
    'a data file': (text) => parseTable(text),
    'a header of a data file': (text) => parseTable(`# ${text}: ${text}\r${text}!`),
    'a header after many blanks': (text) => parseTable(`# year:${text}x\rx`),
    'a cell of a data file': (text) => parseTable(`x,x_low\n${text}x`),
    'a step': (text) => parsePlace(`?lesson=power-law&step=${text}`, lessons),
  };

  // A pattern that tries every way of sharing out a run takes minutes for one of these.
  it.each(Object.entries(everyDoor))('%s answers in time that grows with its length', (_, door) => {
    const begun = performance.now();
    for (const run of runs) {
      const body = run.repeat(long / run.length);
      for (const text of [body, `${body}x`, `1${body}!`]) door(text);
    }
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
