import type { Finding } from '../../../main/core/model';
import { vantagesOf } from '../../derive/conclusion';
import { confirmedLook } from '../../parts/status/looks';
import { Status } from '../../parts/status/status';
import { useWords } from '../../texts/use-words';

/** Status, number of pieces of evidence and of vantage points. */
export const FindingLine = ({ finding }: { finding: Finding }) => {
  const words = useWords();
  const evidence = finding.evidence.length;
  return (
    <p className="verdict-line">
      <Status
        status={finding.status}
        look={finding.status === 'confirmed' ? confirmedLook(finding.severity) : undefined}
      />
      {evidence === 0 ? null : (
        <span className="text2">
          {words.say('findings.evidenceCount', { count: evidence })},{' '}
          {words.say('findings.vantages', { count: vantagesOf(finding) })}
        </span>
      )}
      <span className="text2">{flowText(finding, words)}</span>
    </p>
  );
};

const flowText = (finding: Finding, words: ReturnType<typeof useWords>): string => {
  const [esa, sma] = finding.appliances;
  if (esa === undefined || sma === undefined) return finding.appliances.join(', ');
  const [from, to] = finding.flow === 'esa-to-sma' ? [esa, sma] : [sma, esa];
  return words.say('findings.between', { from, to });
};
