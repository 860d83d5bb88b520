/** Frozen curves: a button that freezes the present ones, and a chip for each with its name, its return and its end. */
import { useId, useRef, useState } from 'react';
import { acceptedError } from '../../model/refinement';
import { ghostDashes, ghostWidth } from '../../plot/marks/ghost';
import type { Ghost } from '../../state/explorerState';
import { longestGhostName, mostGhosts, nextGhostName } from '../../state/ghosts';
import { useActions, useExplorer } from '../../state/useExplorer';
import { offText } from '../../text/percent';
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
        strokeWidth={ghostWidth}
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

/**
 * The browser focuses what has this attribute when it opens the popover, so that Enter acts at once and typing replaces the
 * name. React takes `autoFocus` for a call at mounting, when nothing is shown yet.
 */
function takesFocus(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '');
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
        ref={takesFocus}
        id={id}
        type="text"
        className="number-box ghost-name"
        autoComplete="off"
        maxLength={longestGhostName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="submit" className="button">
        {button}
      </button>
    </form>
  );
}

interface GhostChipProps {
  readonly ghost: Ghost;
  /** The chip and the focus that it held are gone. */
  readonly onDeleted: () => void;
}

function GhostChip({ ghost, onDeleted }: GhostChipProps) {
  const error = Math.max(...Object.values(ghost.curves).map(({ report }) => report.errorEstimate), 0);
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
            {!(error <= acceptedError) && <p>These curves are {offText(error)}.</p>}
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
              <button
                type="button"
                className="button"
                onClick={() => {
                  close();
                  removeGhost(ghost.id);
                  onDeleted();
                }}
              >
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
  const freezer = useRef<HTMLLIElement>(null);
  return (
    <>
      {ghosts.map((ghost) => (
        <GhostChip
          key={ghost.id}
          ghost={ghost}
          onDeleted={() => freezer.current?.querySelector('button')?.focus()}
        />
      ))}
      <li ref={freezer}>
        <Popover buttonClass="chip chip-action" buttonLabel="Freeze" panelName="Freeze the present curves">
          {(close) =>
            isFull ? (
              <p>{mostGhosts} frozen curves are shown already. Delete one first.</p>
            ) : (
              <NameForm
                key={ghosts.length}
                label="Freeze the present curves as"
                button="Freeze"
                initial={nextGhostName(ghosts)}
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
