/**
 * Where a failure ends. What is inside fails by itself: the rest of the page, and with it the figure and the state, goes
 * on. It says so in its place, and comes back when it is asked to or when the parameters have changed.
 */
import { Component, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { PartMissing } from '../parts/loadPart';
import { useExplorer } from '../state/useExplorer';
import './Boundary.css';

export interface BoundaryProps {
  /** What is missing if this fails, as the beginning of a sentence. */
  readonly name: string;
  /** Class of the place in the page that the message takes. */
  readonly place?: string;
  /** The element that fits there. */
  readonly as?: 'div' | 'li' | 'span';
  /** Nobody asked for what is inside and nobody misses it: nothing is said. */
  readonly quiet?: boolean;
  /** Another way out, beside trying again and reloading. */
  readonly exit?: ReactNode;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: unknown;
}

export interface ProblemProps {
  readonly text: string;
  /** For who wants to know more. */
  readonly detail?: string | undefined;
  readonly onRetry: () => void;
}

/** What happened, and the two ways out. */
export function Problem({ text, detail, onRetry }: ProblemProps) {
  return (
    <>
      <span className="problem-text" role="alert" title={detail}>
        {text}
      </span>
      <button type="button" className="button button-small" onClick={onRetry}>
        Try again
      </button>
      <button type="button" className="button button-small" onClick={() => window.location.reload()}>
        Reload
      </button>
    </>
  );
}

/** A failure that other values caused is over with them. */
function RetryWithParameters({ onRetry }: { readonly onRetry: () => void }) {
  const parameters = useExplorer((state) => (state.drag === null ? state.parameters : null));
  const failedWith = useRef(parameters);
  useEffect(() => {
    if (parameters === null || parameters === failedWith.current) return;
    failedWith.current = parameters;
    onRetry();
  }, [parameters, onRetry]);
  return null;
}

export class Boundary extends Component<BoundaryProps, { readonly failure: Failure | null }> {
  override state = { failure: null as Failure | null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof PartMissing) error.renew();
  }

  readonly retry = () => this.setState({ failure: null });

  override render() {
    const { name, place = '', as: Element = 'div', quiet = false, exit, children } = this.props;
    const { failure } = this.state;
    if (failure === null) return children;
    if (quiet) return null;
    const { error } = failure;
    const isMissing = error instanceof PartMissing;
    return (
      <Element className={`problem ${place}`}>
        <Problem
          text={
            isMissing
              ? `${name}: ${error.message}`
              : `${name}: stopped by an error. Your parameters are kept.`
          }
          detail={isMissing ? undefined : String(error)}
          onRetry={this.retry}
        />
        {exit}
        {!isMissing && <RetryWithParameters onRetry={this.retry} />}
      </Element>
    );
  }
}

export interface PanelProps extends BoundaryProps {
  /** Shown until the part has come. */
  readonly waits?: ReactNode;
}

/** A boundary around what comes on demand. */
export function Panel({ waits, children, ...boundary }: PanelProps) {
  return (
    <Boundary {...boundary}>
      <Suspense fallback={waits}>{children}</Suspense>
    </Boundary>
  );
}
