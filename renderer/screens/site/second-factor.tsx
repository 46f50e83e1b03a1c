import { type FormEvent, useState } from 'react';
import type { Appliance } from '../../../main/core/model';
import type { CaseView, SessionTest } from '../../../preload/contract';
import { holdSecret, testSession } from '../../actions/site';
import { useDoing } from '../../hooks/use-doing';
import { Button } from '../../parts/button/button';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Field } from '../../parts/field/field';
import { useWords } from '../../texts/use-words';

interface Props {
  view: CaseView;
  appliance: Appliance;
  test: SessionTest;
}

/** The code that the appliance, or its jump host, asks for: typed once, handed to main, good for one login. */
export const SecondFactor = ({ view, appliance, test }: Props) => {
  const words = useWords();
  const doing = useDoing();
  const [code, setCode] = useState('');
  const [turn, setTurn] = useState(0);
  const hold = async () => {
    const typed = code;
    setCode('');
    setTurn((before) => before + 1);
    return await holdSecret(view.id, appliance.name, typed, { what: 'code', ofJump: Boolean(test.jump) });
  };
  const holdAndTest = async () => (await hold()) ?? (await testSession(view.id, appliance.name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '') void doing.run(holdAndTest);
  };
  return (
    <form className="secret" onSubmit={submit}>
      <p className="small text2 wrap">{words.say('site.codeAsked', { asks: test.detail ?? '' })}</p>
      <Field
        key={turn}
        label={words.say('site.codeLabel')}
        value=""
        type="password"
        hint={words.say('site.codeHint')}
        onType={setCode}
      />
      <div className="actions">
        <Button small submit icon="play" disabled={code === ''} busy={doing.busy}>
          {words.say('site.codeTest')}
        </Button>
        <Button small icon="lock" disabled={code === '' || doing.busy} onPress={() => void doing.run(hold)}>
          {words.say('site.codeHold')}
        </Button>
      </div>
      <ProblemLine problem={doing.problem} />
    </form>
  );
};
