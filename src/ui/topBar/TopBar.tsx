/** Name, and what acts on everything at once. */
import { redo, undo } from '../../state/history';
import { toggleLessons } from '../../state/lessons/lessonsOpen';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Boundary } from '../Boundary';
import { Icon, type IconName } from '../icons';
import { CopyLink } from './CopyLink';
import { FileMenu } from './FileMenu';
import { NormaliseButton } from './NormaliseButton';
import { PresetMenu } from './PresetMenu';
import { ThemeToggle } from './ThemeToggle';
import './TopBar.css';

interface ActionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly title?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A button of the bar. `aria-disabled` keeps it focusable, so focus is not lost when the last undo is done. */
function ActionButton({ icon, label, title, disabled = false, onPress }: ActionProps) {
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={label}
      title={title ?? label}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

export interface TopBarProps {
  readonly railOpen: boolean;
  readonly onToggleRail: () => void;
}

export function TopBar({ railOpen, onToggleRail }: TopBarProps) {
  const actions = useActions();
  const canUndo = useExplorer((state) => undo(state.history, state.parameters) !== undefined);
  const canRedo = useExplorer((state) => redo(state.history, state.parameters) !== undefined);
  return (
    <header className="bar">
      <button
        type="button"
        className="button button-icon bar-rail"
        aria-label="Parameters panel"
        title={railOpen ? 'Hide the parameters' : 'Show the parameters'}
        aria-expanded={railOpen}
        onClick={onToggleRail}
      >
        <Icon name="rail" />
      </button>
      <div className="bar-title">
        <h1>Two-Halo Explorer</h1>
        <p>Galactic cosmic-ray propagation, solved as you move it</p>
      </div>
      <div className="bar-actions" role="toolbar" aria-label="Explorer">
        <button type="button" className="button bar-lessons" onClick={toggleLessons}>
          <Icon name="lessons" />
          <span>Lessons</span>
        </button>
        <Boundary name="Presets" as="span">
          <PresetMenu />
        </Boundary>
        <NormaliseButton />
        <span className="bar-group bar-history">
          <ActionButton
            icon="undo"
            label="Undo"
            title="Undo (Ctrl+Z)"
            disabled={!canUndo}
            onPress={actions.undo}
          />
          <ActionButton
            icon="redo"
            label="Redo"
            title="Redo (Ctrl+Shift+Z)"
            disabled={!canRedo}
            onPress={actions.redo}
          />
        </span>
        <span className="bar-group">
          <Boundary name="Export" as="span">
            <FileMenu />
          </Boundary>
          <CopyLink />
          <ThemeToggle />
        </span>
      </div>
    </header>
  );
}
