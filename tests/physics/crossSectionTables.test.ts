import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { crossSectionFiles } from '../../scripts/crossSectionFiles';
import { cells } from '../../scripts/tableText';
import type { NuclideId } from '../../src/physics/nuclides';
import { spallationCrossSectionMb, spallationIds } from '../../src/physics/spallation';

it.each(Object.entries(crossSectionFiles()))(
  '%s is current (else: npx tsx scripts/crossSections.ts)',
  (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  },
);

it.each(spallationIds)('the table %s has the cross sections of the file it was made of', (id) => {
  const [heads = [], ...channels] = cells(readFileSync(`scripts/tables/spallation-${id}.csv`, 'utf8'));
  const energies = heads.slice(2).map(Number);
  expect(channels.length).toBeGreaterThan(90);
  for (const [parent, child, ...values] of channels) {
    values.map(Number).forEach((mb, i) => {
      const found = spallationCrossSectionMb(id, parent as NuclideId, child as NuclideId, energies[i]!);
      // Half a thousandth in the logarithm; 1e-4 mb and less is none.
      expect(Math.abs(found - mb)).toBeLessThan(5.1e-4 * mb + 1.3e-4);
    });
  }
});
