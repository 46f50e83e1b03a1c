import type { Prompt } from './command';

/** Enter below an operation list goes back one level and changes nothing. Source: TechNote 117855, qa-esa "newlines". */
export const leaveMenu: Prompt = { asks: 'Choose the operation you want to perform', answer: { leave: true } };

/** A machine-level or cluster-level command in another mode: `Y` changes this session's mode only. Source: qa-esa. */
export const switchMode: Prompt = { asks: 'Would you like to switch', answer: { say: 'Y' } };

/**
 * With several machines in the cluster a list follows that offer. Only the machine that was logged in to is chosen: at
 * another one the commands of the login's own host refuse. Source: qa-esa clusterconfig, UG 9.1.2.
 */
export const ownMachine: Prompt = { asks: 'Choose a machine', answer: { ownMachine: true } };

/** The three-way NOTICE of a cluster: only the first choice reads, the others create an override. Source: hitcount. */
export const switchLevel: Prompt = {
  asks: 'What would you like to do',
  answer: { item: 'Switch modes to edit at mode' },
};
