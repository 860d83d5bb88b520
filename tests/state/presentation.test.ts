import { describe, expect, it } from 'vitest';
import { explorerTable } from '../../src/model/parameters';
import { parameterGroups } from '../../src/model/parameterTable';
import { hideableParts, parsePresentation } from '../../src/state/presentation';

describe('the query of the address', () => {
  it('without wishes shows everything', () => {
    expect(parsePresentation('')).toEqual({
      embed: false,
      hiddenParts: [],
      hiddenParameters: [],
      refused: [],
    });
    expect(parsePresentation('?from=mail')).toEqual(parsePresentation(''));
  });

  it('hides a part, a parameter, and every parameter of a group', () => {
    const { hiddenParts, hiddenParameters } = parsePresentation('?hide=presets,D0,reacceleration');
    expect(hiddenParts).toEqual(['presets']);
    expect(hiddenParameters).toEqual(['D0', 'vA', 'dppDelta', 'reacceleration']);
  });

  it('names what it does not know and does the rest', () => {
    const parsed = parsePresentation('?embed=yes&hide=everything,tabs');
    expect(parsed).toMatchObject({ embed: false, hiddenParts: ['tabs'] });
    expect(parsed.refused).toHaveLength(2);
    expect(parsed.refused[0]).toContain('"yes"');
    expect(parsed.refused[1]).toContain('"everything"');
  });

  it('a part has no name that a parameter or a group has', () => {
    const taken = [...explorerTable, ...parameterGroups].map((entry) => entry.id);
    expect(hideableParts.filter((part) => taken.includes(part))).toEqual([]);
  });
});
