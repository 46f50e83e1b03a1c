import type { CaseView } from '../../../preload/contract';
import type { Stop } from '../../stores/ui';
import { BundleScreen } from '../bundle/bundle';
import { DirectionScreen } from '../direction/direction';
import { FindingsScreen } from '../findings/findings';
import { LogsScreen } from '../logs/logs';
import { PlanScreen } from '../plan/plan';
import { ClusterScreen } from '../question/cluster';
import { TlsScreen } from '../question/tls';
import { RunScreen } from '../run/run';
import { SiteScreen } from '../site/site';
import { ChangePlanScreen } from '../tools/change-plan';
import { NotesScreen } from '../tools/notes';
import { TranscriptsScreen } from '../tools/transcripts';

const SCREENS = {
  site: SiteScreen,
  direction: DirectionScreen,
  cluster: ClusterScreen,
  tls: TlsScreen,
  logs: LogsScreen,
  plan: PlanScreen,
  run: RunScreen,
  findings: FindingsScreen,
  bundle: BundleScreen,
  'change-plan': ChangePlanScreen,
  notes: NotesScreen,
  transcripts: TranscriptsScreen,
} as const;

/** The screen of a stop. */
export const StopScreen = ({ view, stop }: { view: CaseView; stop: Stop }) => {
  const Shown = SCREENS[stop];
  return <Shown view={view} />;
};
