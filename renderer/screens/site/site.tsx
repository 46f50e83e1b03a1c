import { useRef, useState } from 'react';
import type { Problem, Role } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { importProfile } from '../../actions/site';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { MaterialDrop } from '../../parts/drop/material-drop';
import { MaterialList } from '../../parts/drop/material-list';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { Icon } from '../../parts/icon/icon';
import { BottomBar } from '../../parts/layout/bottom-bar';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { PathDiagram } from '../../parts/path-diagram/path-diagram';
import { useUi } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { AddAppliance } from './add-appliance';
import { ApplianceInspector } from './appliance-inspector';
import { ApplianceRow } from './appliance-row';
import './site.css';

/** Reads a profile file by the button; dropping one does the same. */
const ProfileButton = ({ onFile }: { onFile: (file: File) => void }) => {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="only-heard"
        tabIndex={-1}
        accept=".yaml,.yml,.json"
        aria-label={words.say('site.fromFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onFile(file);
          event.target.value = '';
        }}
      />
      <Button small icon="file" onPress={() => input.current?.click()}>
        {words.say('site.fromFile')}
      </Button>
    </>
  );
};

const missingRole = (view: CaseView): Role | null => {
  const has = (role: Role) => view.site.appliances.some((one) => one.role === role);
  if (!has('esa')) return 'esa';
  return has('sma') ? null : 'sma';
};

/** Who talks to whom: the diagram, the appliances as rows, and a place to drop what one has. */
export const SiteScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const doing = useDoing();
  const missing = missingRole(view);
  const { appliances } = view.site;
  const [adding, setAdding] = useState<Role | null>(appliances.length === 0 ? 'esa' : null);
  const wanted = useUi((ui) => ui.chosen.appliance) ?? null;
  const chosen = appliances.find((one) => one.name === wanted) ?? appliances[0] ?? null;
  const read = (file: File) =>
    void doing.run(async (): Promise<Problem | null> => importProfile(view.id, file.name, await file.text()));
  useKeys({ a: () => setAdding(missing ?? 'esa') });
  const bar = <BottomBar stop="site" hint={words.say('site.hint')} enter={false} />;
  const inspector = <ApplianceInspector key={chosen?.name ?? ''} view={view} appliance={chosen} />;
  return (
    <CaseLayout view={view} inspector={inspector} bar={bar}>
      <Screen>
        <ScreenHead title={words.say('site.title')} lead={words.say('site.lead')} />
        <PathDiagram drawing={view.drawing} onAdd={setAdding} />
        <div className="section-head site-head">
          <h2>{words.say('site.appliances')}</h2>
          <ProfileButton onFile={read} />
          <Button small icon="plus" keys="A" onPress={() => setAdding(missing ?? 'esa')}>
            {words.say('site.addShort')}
          </Button>
        </div>
        <ProblemLine problem={doing.problem} />
        {appliances.length === 0 ? <p className="text2">{words.say('site.empty')}</p> : null}
        <ul className="appliances">
          {appliances.map((appliance) => (
            <ApplianceRow
              key={appliance.name}
              appliance={appliance}
              view={view}
              chosen={appliance.name === chosen?.name}
            />
          ))}
        </ul>
        {adding === null ? null : (
          <AddAppliance key={adding} view={view} role={adding} onDone={() => setAdding(null)} />
        )}
        <MaterialDrop view={view} />
        {view.materials.length === 0 ? null : (
          <section>
            <h2>
              <Icon name="file" /> {words.say('site.materials')}
            </h2>
            <MaterialList materials={view.materials} />
          </section>
        )}
      </Screen>
    </CaseLayout>
  );
};
