import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../main/core/model';
import { applyEvent, isGap } from '../../renderer/stores/apply-events';
import { forgetCase, takeEvents, takeSessionTest, takeView, useMirror } from '../../renderer/stores/mirror';
import { UNKNOWN_KEY } from './support/fake-bridge';
import { AT, observation } from './support/findings';
import { VIEWS } from './support/views';

const view = VIEWS.described();
const step = view.plan.steps.find((one) => one.skip === null);
if (step === undefined) throw new Error('a step that is asked is needed');
const seen = observation(step, 0, 'Version: 15.0.0-104');

beforeEach(() => forgetCase());

describe('run events', () => {
  it('show a step as asked from about-to until it is observed', () => {
    const asked = applyEvent(view, { kind: 'about-to', at: AT, step: step.id, limitMs: 1000 });
    expect(asked.run.asking).toEqual([{ step: step.id, at: AT, limitMs: 1000 }]);
    const answered = applyEvent(asked, { kind: 'observed', at: AT, observation: seen });
    expect([answered.run.asking, answered.observations]).toEqual([[], [seen]]);
  });

  it('replace what an earlier run saw at the same step', () => {
    const twice = [seen, { ...seen, id: 'o2' }].reduce(
      (now, one) => applyEvent(now, { kind: 'observed', at: AT, observation: one }),
      view,
    );
    expect(twice.observations.map((one) => one.id)).toEqual(['o2']);
  });

  it('begin and end a run', () => {
    const begun = applyEvent(view, { kind: 'started', at: AT, steps: 3, limitMs: 1000 });
    expect(begun.run).toEqual({ state: 'running', startedAt: AT, endedAt: null, asking: [] });
    expect(applyEvent(begun, { kind: 'ended', at: AT, cancelled: true }).run.state).toBe('ended');
  });

  it('are a gap when they speak of a step the mirror does not have', () => {
    const stranger: RunEvent = { kind: 'observed', at: AT, observation: { ...seen, step: 'new-check@esa9' } };
    expect([isGap(view, [stranger]), isGap(view, [{ kind: 'observed', at: AT, observation: seen }])]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the mirror', () => {
  it('ignores a snapshot that an answer has overtaken', () => {
    takeView({ ...view, serial: 5, notes: 'new' });
    takeView({ ...view, serial: 4, notes: 'old' });
    expect(useMirror.getState().view?.notes).toBe('new');
  });

  it('forgets what belonged to another case', () => {
    takeView(view);
    takeSessionTest('esa1', UNKNOWN_KEY);
    takeView(VIEWS.healthy());
    expect(useMirror.getState()).toMatchObject({ sessionTests: {}, transcripts: {} });
  });

  it('leaves events of another case alone', () => {
    takeView(view);
    takeEvents('another-case', [{ kind: 'ended', at: AT, cancelled: false }]);
    expect(useMirror.getState().view?.run.state).toBe('not-started');
  });

  it('keeps the newest two thousand lines of a transcript', () => {
    takeView(view);
    const text = Array.from({ length: 2500 }, (_, index) => `line ${index}`).join('\r\n');
    takeEvents(view.id, [{ kind: 'transcript', at: AT, appliance: 'esa1', text }]);
    const lines = useMirror.getState().transcripts.esa1 ?? [];
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([2000, 'line 500', 'line 2499']);
  });
});
