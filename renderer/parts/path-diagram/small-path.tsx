import { useMemo } from 'react';
import type { Drawing } from '../../../main/core/model';
import { layoutSmallPath } from '../../../main/core/report/drawing';
import { useWords } from '../../texts/use-words';
import { Drawn } from './drawn';

/** The three connections in 74 × 30, for the title bar. */
export const SmallPath = ({ drawing }: { drawing: Drawing }) => {
  const words = useWords();
  const layout = useMemo(() => layoutSmallPath(drawing, words), [drawing, words]);
  return <Drawn layout={layout} scale={0.66} />;
};
