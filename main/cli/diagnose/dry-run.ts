import { commandNamed } from '../../core/asyncos';
import { checkNamed } from '../../core/checks';
import type { Plan, Site, Step } from '../../core/model';
import type { Door } from '../door';

const sends = (step: Step): string => {
  const check = checkNamed(step.check);
  if (step.skip !== null || check === null) return '-';
  if (step.how === 'material') return step.material ?? '-';
  if (check.by === 'session') return 'SSH';
  if (check.by === 'probe') return 'SMTP STARTTLS, TLS ClientHello, QUIT';
  return commandNamed(check.command ?? '')?.words.join(' ') ?? '-';
};

const linesOf = (step: Step, door: Door): string[] => {
  const { words } = door;
  const what =
    step.skip === null ? `${words.say('cli:dryRun.sends')} ${sends(step)}` : words.say(`checks:reason.${step.skip}`);
  return [
    `${step.vantage} > ${step.subject}  ${words.say(`checks:check.${step.check}.name`)}`,
    `    ${what}`,
    `    ${words.say(`checks:check.${step.check}.why`)} ${words.say('cli:dryRun.cost', { limit: Math.round(step.limitMs / 1000), connections: step.cost.connections, lines: step.cost.lines })}`,
  ];
};

/** Every connection and command of the plan with its reason; opens nothing. */
export const printDryRun = (plan: Plan, site: Site, door: Door, json: boolean): void => {
  if (json) {
    door.printJson({
      schema: 'cpq-doctor/plan/1',
      direction: site.direction,
      ...plan,
      steps: plan.steps.map((step) => ({ ...step, sends: sends(step) })),
    });
    return;
  }
  for (const step of plan.steps) for (const line of linesOf(step, door)) door.print(line);
  door.print(
    door.words.say('cli:dryRun.total', {
      steps: plan.steps.length,
      seconds: Math.round(plan.limitMs / 1000),
      lines: plan.cost.lines,
    }),
  );
};
