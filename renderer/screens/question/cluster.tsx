import type { CaseView } from '../../../preload/contract';
import { QuestionScreen } from './question';

const OPTIONS = ['standalone', 'cluster', 'unknown'] as const;

export const ClusterScreen = ({ view }: { view: CaseView }) => (
  <QuestionScreen view={view} question="cluster" options={OPTIONS} />
);
