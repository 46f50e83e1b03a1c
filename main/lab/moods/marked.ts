import type { LabAppliance, LabModel } from '../model';
import { type Mood, mood } from './mood';

const marking =
  (mark: LabAppliance['promptMark']) =>
  (site: LabModel, name: string): LabModel => {
    const marked = (one: LabAppliance): LabAppliance => (one.name === name ? { ...one, promptMark: mark } : one);
    return { ...site, esas: site.esas.map(marked), sma: marked(site.sma) };
  };

/** Service access is open: the prompt says so (samples service-prompt). */
export const service: Mood = mood({ name: 'service', apply: marking(' (SERVICE)') });

/** Administratively disconnected from its cluster: its prompt has the shape of a question (asyncos-cli.md section 2). */
export const disconnected: Mood = mood({ name: 'disconnected', apply: marking(' [Disconnected]') });
