/** The published data, in a drawer whose content comes when it is opened. */
import { Panel } from '../Boundary';
import { Drawer } from '../Drawer';
import { lazyPart } from '../lazyPart';

const DataList = lazyPart(
  () => import('./DataList'),
  ({ DataList }) => DataList,
);

export function DataDrawer() {
  return (
    <Drawer icon="data" buttonLabel="Data sets" title="Published data">
      {() => (
        <Panel name="The data sets">
          <DataList />
          <p className="drawer-foot">
            One file for each published table, with its source, is in <code>data/</code> beside this page.
          </p>
        </Panel>
      )}
    </Drawer>
  );
}
