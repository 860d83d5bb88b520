/** The curves as numbers, in a drawer whose content comes when it is opened. */
import { tabSpecies } from '../../state/lanes';
import { useExplorer } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { Drawer } from '../Drawer';
import { lazyPart } from '../lazyPart';

const SpeciesTable = lazyPart(
  () => import('./SpeciesTable'),
  ({ SpeciesTable }) => SpeciesTable,
);

export function CurveTable() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <Drawer icon="table" buttonLabel="Table" title="The curves as numbers">
      {() => (
        <Panel name="The table">
          {tabSpecies(tab).map((species) => (
            <SpeciesTable key={species} species={species} />
          ))}
        </Panel>
      )}
    </Drawer>
  );
}
