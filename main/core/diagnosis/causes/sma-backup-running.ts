import { stillCarries } from '../carries';
import { cause } from '../cause';
import { notChecked, ruledOut, suspected } from '../judgement';
import { alerted, said } from '../reported';
import { names } from '../signs';

const BACKUP = /\bbackup\b.*\b(?:start|running|progress|phase)/i;

/** A backup of the SMA holds its services down for a while: the target's in phase 1, the source's in phase 2 (SMA guide). */
export const smaBackupRunning = cause({
  code: 'sma-backup-running',
  flows: ['esa-to-sma', 'sma-to-esa'],
  whenEnabling: true,
  layer: 'system',
  severity: 'info',
  explains: ['path-refused', 'listener-suspended', 'queue-backlog', 'enable-button-greyed'],
  explainsWhen: ({ flow, code }) => code === 'queue-backlog' || flow === 'esa-to-sma',
  place: { at: 'far-socket', side: 'sma', glyph: 'cross' },
  source: ['SMA guide (backup phases)'],
  remedy: [
    { step: 'look-at-backup', at: 'sma', where: 'sma-gui', command: null, effect: 'reads', risk: 'none' },
    { step: 'wait-for-end', at: null, where: 'people', command: null, effect: 'reads', risk: 'none' },
    { step: 'see-status-online', at: 'sma', where: 'sma-cli', command: 'status', effect: 'reads', risk: 'none' },
  ],
  judge(situation) {
    const params = names(situation);
    const stored = alerted(situation, situation.sma, BACKUP);
    const reported = said(situation, 'backup-running');
    const carried = stillCarries(situation);
    if (carried) return ruledOut([carried.cite], 'carried-through', { params });
    if (stored.length > 0) return suspected([...stored, ...reported], 'alert-says', { params });
    if (reported.length > 0) return suspected(reported, 'engineer-saw', { params });
    return notChecked(['engineer-words', 'alerts'], 'not-asked', { params });
  },
});
