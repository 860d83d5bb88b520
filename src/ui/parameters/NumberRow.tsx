/** A number: slider and box side by side. */
import { useId } from 'react';
import { parameterRemark } from '../../model/injectionRemark';
import type { NumberParameter } from '../../model/parameters/definition';
import { useExplorer } from '../../state/useExplorer';
import { NumberBox } from './NumberBox';
import { ParameterSlider } from './ParameterSlider';
import { RowHead } from './RowHead';
import { useParameter } from './useParameter';

export function NumberRow({ entry }: { readonly entry: NumberParameter }) {
  const view = useParameter(entry.id);
  const sliderId = useId();
  const value = Number(view.value);
  const isIdle = view.moves === 'none';
  const remark = useExplorer((state) => parameterRemark(state.parameters, view.id));
  return (
    <div className="row" data-parameter={entry.id} data-modified={view.isModified} data-idle={isIdle}>
      <RowHead entry={entry} view={view} controlId={sliderId} />
      <div className="row-control">
        <ParameterSlider controlId={sliderId} entry={entry} id={view.id} value={value} disabled={isIdle} />
        <NumberBox entry={entry} id={view.id} value={value} disabled={isIdle} />
      </div>
      {remark !== null && <p className="row-remark">{remark}</p>}
    </div>
  );
}
