/** The curves as numbers, in a drawer whose content comes when it is opened. */
import { tabObservables } from '../../state/lanes';
import { useExplorer } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { Drawer } from '../Drawer';
import { lazyPart } from '../lazyPart';

const ObservableTable = lazyPart(
  () => import('./ObservableTable'),
  ({ ObservableTable }) => ObservableTable,
);

export function CurveTable() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <Drawer icon="table" buttonLabel="Table" title="The curves as numbers">
      {() => (
        <Panel name="The table">
          {tabObservables(tab).map((id) => (
            <ObservableTable key={id} observable={id} />
          ))}
        </Panel>
      )}
    </Drawer>
  );
}
