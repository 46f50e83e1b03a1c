import { describe, expect, test } from 'vitest';
import { changePlanOf } from '../../../main/core/diagnosis/change/change-plan';
import type { Answers, ComparedFinding, Diagnosis, Outlook } from '../../../main/core/model';
import { openAnswers } from '../../../main/core/model';
import { catalogue } from '../../../main/lab/scenarios';
import { type Diagnosed, diagnosedOffline } from '../../support/diagnosed';
import { throwSwitch } from '../../support/lab-switch';

const answersFor = ({ site }: Diagnosed): Answers => ({
  ...openAnswers(),
  direction: site.direction,
  cluster: site.cluster,
  symptoms: site.symptoms,
});

const keys = (rows: readonly ComparedFinding[]): string[] =>
  rows.map(({ code, direction, appliances }) => `${code} ${direction} ${appliances.join()}`).toSorted();

const present = ({ findings }: Diagnosis): string[] =>
  findings
    .filter(({ status, history }) => !history && (status === 'confirmed' || status === 'suspected'))
    .map(({ code, flow, appliances }) => `${code} ${flow} ${appliances.join()}`)
    .toSorted();

/** What the prediction says, against what the lab shows once the switches are really thrown. */
const judged = (outlook: Outlook, after: Diagnosis) => {
  const now = present(after);
  const said = [...keys(outlook.stays), ...keys(outlook.breaks), ...keys(outlook.unknown)];
  return {
    goneButThere: keys(outlook.goes).filter((one) => now.includes(one)),
    stayingButGone: [...keys(outlook.stays), ...keys(outlook.breaks)].filter((one) => !now.includes(one)),
    unforeseen: now.filter((one) => !said.includes(one)),
  };
};

/** Codes whose repair is a switch of the lab's model. */
const COMPUTABLE = ['cluster-interface-missing', 'listener-suspended', 'tls-anonymous-cipher'];
const scenarios = catalogue.filter(({ name, primary }) =>
  (primary ?? [name]).some((code) => COMPUTABLE.includes(code)),
);

describe.each(scenarios.map(({ name }) => ({ name })))('$name', ({ name }) => {
  test('the prediction of its change plan is what the lab shows after the real switch', async () => {
    const before = await diagnosedOffline(name);
    const plan = changePlanOf(before.site, answersFor(before), before.observations);
    const changes = plan.outlook?.changes ?? [];
    const after = await diagnosedOffline(name, (model) => changes.reduce(throwSwitch, model));
    expect(changes.length).toBeGreaterThan(0);
    expect(plan.outlook?.goes.length).toBeGreaterThan(0);
    expect(plan.outlook && judged(plan.outlook, after.diagnosis)).toEqual({
      goneButThere: [],
      stayingButGone: [],
      unforeseen: [],
    });
    before.remove();
    after.remove();
  });
});
