/** The curves as numbers, in a drawer whose content comes when it is opened. */
import { lazy, Suspense } from 'react';
import { tabSpecies } from '../../state/lanes';
import { useExplorer } from '../../state/useExplorer';
import { Drawer } from '../Drawer';

const SpeciesTable = lazy(async () => ({ default: (await import('./SpeciesTable')).SpeciesTable }));

export function CurveTable() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <Drawer icon="table" buttonLabel="Table" title="The curves as numbers">
      {() => (
        <Suspense>
          {tabSpecies(tab).map((species) => (
            <SpeciesTable key={species} species={species} />
          ))}
        </Suspense>
      )}
    </Drawer>
  );
}
