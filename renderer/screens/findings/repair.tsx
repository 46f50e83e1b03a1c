import type { Finding, RemedyStep } from '../../../main/core/model';
import { CommandBlock } from '../../parts/command/command-block';
import { EffectTag } from '../../parts/command/effect-tag';
import { remedyText } from '../../texts/codes';
import { useWords, type Words } from '../../texts/use-words';

const whereOf = (step: RemedyStep, words: Words): string => {
  const kind = step.where.endsWith('-cli') ? 'findings.cli' : step.where.endsWith('-gui') ? 'findings.gui' : null;
  if (kind === null || step.at === null) return words.say(`findings.where_${step.where}`);
  return words.say('findings.whereAt', { appliance: step.at, where: words.say(kind) });
};

const Step = ({ finding, step, number }: { finding: Finding; step: RemedyStep; number: number }) => {
  const words = useWords();
  return (
    <li className="repair-step">
      <span className="repair-number figures" aria-hidden="true">
        {number}
      </span>
      <div className="repair-words">
        <p>
          <span className="repair-text">{remedyText(finding, step, words)}</span>{' '}
          <span className="text2">{whereOf(step, words)}</span>{' '}
          {step.risk === 'none' ? null : <span className="text2">({words.say(`findings.risk_${step.risk}`)})</span>}{' '}
          {step.command === null ? <EffectTag effect={step.effect} /> : null}
        </p>
        {step.command === null ? null : <CommandBlock command={step.command} effect={step.effect} />}
      </div>
    </li>
  );
};

/** Numbered steps, each with where, command and effect. What changes an appliance is shown and never sent. */
export const Repair = ({ finding, level = 2 }: { finding: Finding; level?: 2 | 3 }) => {
  const words = useWords();
  const Heading = level === 2 ? 'h2' : 'h3';
  const changes = finding.remedy.some((step) => step.effect === 'changes');
  return (
    <div className="repair">
      <div className="section-head">
        <Heading>{words.say('findings.repair')}</Heading>
        {changes ? <span className="text2 small">{words.say('findings.neverSent')}</span> : null}
      </div>
      {finding.remedy.length === 0 ? <p className="text2">{words.say('findings.noRepair')}</p> : null}
      <ol className="repair-steps">
        {finding.remedy.map((step, index) => (
          <Step key={step.step} finding={finding} step={step} number={index + 1} />
        ))}
      </ol>
    </div>
  );
};
