/** Frozen curves: a button that freezes the present ones, and a chip for each with its name, its return and its end. */
import { useId, useState } from 'react';
import { ghostDashes } from '../../plot/ghostCurves';
import { type Ghost, longestGhostName, mostGhosts } from '../../state/ghosts';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Popover } from '../Popover';
import './GhostChips.css';

function GhostGlyph({ slot }: { readonly slot: number }) {
  return (
    <svg className="glyph-line" width="28" height="12" aria-hidden="true">
      <line
        x1="0"
        x2="28"
        y1="6"
        y2="6"
        stroke="currentcolor"
        strokeWidth="1.4"
        strokeDasharray={ghostDashes[slot]}
      />
    </svg>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly button: string;
  readonly initial: string;
  readonly onName: (name: string) => void;
}

function NameForm({ label, button, initial, onName }: NameFormProps) {
  const id = useId();
  const [name, setName] = useState(initial);
  return (
    <form
      className="ghost-form"
      onSubmit={(event) => {
        event.preventDefault();
        onName(name);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        className="number-box ghost-name"
        autoComplete="off"
        maxLength={longestGhostName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" className="button">
        {button}
      </button>
    </form>
  );
}

function GhostChip({ ghost }: { readonly ghost: Ghost }) {
  const { renameGhost, removeGhost, apply } = useActions();
  return (
    <li>
      <Popover
        buttonClass="chip"
        buttonLabel={
          <>
            <GhostGlyph slot={ghost.slot} />
            <span>{ghost.name}</span>
          </>
        }
        buttonName={`${ghost.name}, frozen curves`}
        panelName={`Frozen curves ${ghost.name}`}
      >
        {(close) => (
          <div className="ghost-panel">
            <NameForm
              key={ghost.name}
              label="Name"
              button="Rename"
              initial={ghost.name}
              onName={(name) => {
                renameGhost(ghost.id, name);
                close();
              }}
            />
            <div className="ghost-actions">
              <button
                type="button"
                className="button"
                onClick={() => {
                  apply(ghost.parameters);
                  close();
                }}
              >
                Return to these parameters
              </button>
              <button type="button" className="button" onClick={() => removeGhost(ghost.id)}>
                Delete
              </button>
            </div>
          </div>
        )}
      </Popover>
    </li>
  );
}

export function GhostChips() {
  const ghosts = useExplorer((state) => state.ghosts);
  const { freeze } = useActions();
  const isFull = ghosts.length >= mostGhosts;
  return (
    <>
      {ghosts.map((ghost) => (
        <GhostChip key={ghost.id} ghost={ghost} />
      ))}
      <li>
        <Popover buttonClass="chip chip-action" buttonLabel="Freeze" panelName="Freeze the present curves">
          {(close) =>
            isFull ? (
              <p>{mostGhosts} frozen curves are shown already. Delete one first.</p>
            ) : (
              <NameForm
                key={ghosts.length}
                label="Freeze the present curves as"
                button="Freeze"
                initial={`Ghost ${ghosts.length + 1}`}
                onName={(name) => {
                  freeze(name);
                  close();
                }}
              />
            )
          }
        </Popover>
      </li>
    </>
  );
}
