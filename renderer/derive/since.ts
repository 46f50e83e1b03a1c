import type { CaseView } from '../../preload/contract';

type Since = NonNullable<CaseView['since']>;

export interface ChangeSince {
  readonly key: 'fixed' | 'partly' | 'not-fixed' | 'worse' | 'open' | 'well';
  readonly tone: 'ok' | 'warn' | 'bad' | 'text2';
}

/**
 * One word for two runs. "Fixed" needs a healthy verdict now: a cause that is gone while the way was not seen to work
 * leaves it open.
 */
export const changeSince = ({ comparison, verdict: before }: Since, now: Since['verdict']): ChangeSince => {
  const { fixed, same } = comparison;
  if (comparison.new.length > 0) return { key: 'worse', tone: 'bad' };
  if (same.length > 0) return fixed.length > 0 ? { key: 'partly', tone: 'warn' } : { key: 'not-fixed', tone: 'bad' };
  if (now !== 'healthy') return { key: 'open', tone: 'warn' };
  return before === 'healthy' ? { key: 'well', tone: 'text2' } : { key: 'fixed', tone: 'ok' };
};
