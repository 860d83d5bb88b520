/** One of a few options, side by side. */
import { useId } from 'react';

interface ChoicesProps<Id extends string> {
  readonly legend: string;
  readonly ids: readonly Id[];
  readonly names: Readonly<Record<Id, string>>;
  readonly value: Id;
  readonly onValue: (id: Id) => void;
}

export function Choices<Id extends string>({ legend, ids, names, value, onValue }: ChoicesProps<Id>) {
  const name = useId();
  return (
    <fieldset className="understand-choices">
      <legend>{legend}</legend>
      {ids.map((id) => (
        <label key={id}>
          <input type="radio" name={name} checked={id === value} onChange={() => onValue(id)} />
          {names[id]}
        </label>
      ))}
    </fieldset>
  );
}
