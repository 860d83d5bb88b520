/** Of which parameters this page's curve is, beside DRAGON's, which know the paper's alone. */
import { type ExplorerParameterId, parameterDefinition } from '../../model/parameters/values';
import { paperExplorer } from '../../model/presets';
import { useActions } from '../../state/useExplorer';
import { Choices } from './Choices';

/** Of what our own curve is: like DRAGON's of the paper's parameters, or of the sliders' values. */
const ourKinds = ['paper', 'sliders'] as const;
export type OurKind = (typeof ourKinds)[number];
export const kindNames: Record<OurKind, string> = {
  paper: 'the paper’s parameters',
  sliders: 'the sliders’ values',
};

interface LikenessProps {
  readonly kind: OurKind;
  readonly onKind: (kind: OurKind) => void;
  /** In which parameters of this curve the sliders differ from the paper. */
  readonly unlike: readonly ExplorerParameterId[];
}

/** DRAGON's curves do not follow the sliders: what our own beside them is of, and how to make both the same. */
export function Likeness({ kind, onKind, unlike }: LikenessProps) {
  const actions = useActions();
  if (unlike.length === 0)
    return <p className="grid-note">All curves are of the paper’s parameters, which the sliders have now.</p>;
  const names = unlike.map((id) => parameterDefinition(id)?.symbol.plain ?? id);
  return (
    <>
      <Choices
        legend="This page’s curve is of"
        ids={ourKinds}
        names={kindNames}
        value={kind}
        onValue={onKind}
      />
      <p className="grid-note" role="status">
        DRAGON’s curves are of the paper’s parameters and do not follow the sliders, which differ in{' '}
        {names.join(', ')}.{' '}
        {kind === 'paper'
          ? 'This page’s curve is of the paper’s parameters too.'
          : 'This page’s curve is of the sliders’ values: it differs from DRAGON’s by them as well as by the grid.'}
      </p>
      <p>
        <button type="button" className="button" onClick={() => actions.apply(paperExplorer)}>
          Set the sliders to the paper’s values
        </button>
      </p>
    </>
  );
}
