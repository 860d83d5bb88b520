/** One claim of a paper: what it says, what the present model gives, and whether it holds. */
import type { Claim, Verdict } from '../../inference/paperClaims';
import { ExternalLink } from '../ExternalLink';

/** Shape and word say it; the colour repeats them. */
function Mark({ holds }: Pick<Verdict, 'holds'>) {
  const [kind, path, text] =
    holds === null
      ? ['unknown', 'M3.5 8h9', 'Not known']
      : holds
        ? ['holds', 'M3 8.5l3.5 3.5L13 4.5', 'Holds']
        : ['fails', 'M4 4l8 8M12 4l-8 8', 'Does not hold'];
  return (
    <span className={`paper-mark paper-mark-${kind}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
      {text}
    </span>
  );
}

interface ClaimItemProps {
  readonly claim: Pick<Claim, 'statement' | 'where' | 'criterion' | 'note'>;
  readonly verdict: Verdict;
  readonly arxiv?: string;
}

export function ClaimItem({ claim, verdict, arxiv }: ClaimItemProps) {
  return (
    <li className="paper-claim">
      <p className="paper-statement">
        {claim.statement}{' '}
        <span className="paper-where">
          ({claim.where}
          {arxiv !== undefined && (
            <>
              , <ExternalLink href={`https://arxiv.org/abs/${arxiv}`}>arXiv:{arxiv}</ExternalLink>
            </>
          )}
          )
        </span>
      </p>
      <Mark holds={verdict.holds} />
      <dl>
        <div>
          <dt>Now</dt>
          <dd>{verdict.value}</dd>
        </div>
        <div>
          <dt>Asked</dt>
          <dd>{claim.criterion}</dd>
        </div>
      </dl>
      {claim.note !== undefined && <p className="paper-note">{claim.note}</p>}
    </li>
  );
}
