import { z } from 'zod';
import { create } from 'zustand';

export const STEPS = ['site', 'direction', 'cluster', 'tls', 'logs', 'plan', 'run', 'findings', 'bundle'] as const;
export const TOOLS = ['change-plan', 'transcripts', 'notes'] as const;
const Stop = z.enum([...STEPS, ...TOOLS]);
export type Stop = z.infer<typeof Stop>;

const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cases') }),
  z.strictObject({ kind: z.literal('case'), id: z.string().max(64), stop: Stop }),
]);

/** What is selected in the open case, by the key of the list it is selected in. */
const Chosen = z.record(z.string().max(32), z.string().max(400).nullable());

const Kept = z.strictObject({
  place: Place,
  inspector: z.boolean(),
  /** In a narrow window the inspector lies over the main part, so it starts closed. */
  over: z.boolean(),
  pathFolded: z.boolean(),
  pseudonymise: z.boolean(),
  pickedCase: z.string().max(64).nullable(),
  scenario: z.string().max(64).nullable(),
  chosen: Chosen,
});
export type Ui = z.infer<typeof Kept>;

const KEY = 'cpq-doctor/ui/1';

const fresh = (): Ui => ({
  place: { kind: 'cases' },
  inspector: true,
  over: false,
  pathFolded: false,
  pseudonymise: true,
  pickedCase: null,
  scenario: null,
  chosen: {},
});

/** What an earlier window left; anything that is not exactly that is forgotten. */
const kept = (): Ui => {
  try {
    const read = Kept.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return read.success ? read.data : fresh();
  } catch {
    return fresh();
  }
};

export const useUi = create<Ui>()(kept);

useUi.subscribe((ui) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(ui));
  } catch {
    // A full or refused storage costs the place after a restart, nothing else.
  }
});

export const choose = (list: string, key: string | null): void =>
  useUi.setState(({ chosen }) => ({ chosen: { ...chosen, [list]: key } }));

export const goToCases = (): void => useUi.setState({ place: { kind: 'cases' } });

/** To a stop of a case; what was selected belongs to the case it was selected in. */
export const goTo = (id: string, stop: Stop): void =>
  useUi.setState(({ place, chosen }) => ({
    place: { kind: 'case', id, stop },
    chosen: place.kind === 'case' && place.id === id ? chosen : {},
  }));

export const goToStop = (stop: Stop): void => {
  const { place } = useUi.getState();
  if (place.kind === 'case') goTo(place.id, stop);
};

export const toggleInspector = (narrow: boolean): void =>
  useUi.setState(({ inspector, over }) => (narrow ? { over: !over } : { inspector: !inspector }));
export const showInspector = (): void => useUi.setState({ inspector: true, over: true });
export const togglePath = (): void => useUi.setState(({ pathFolded }) => ({ pathFolded: !pathFolded }));
